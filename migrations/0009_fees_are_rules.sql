-- Fees stand in fee_rules and features in market_features now: the columns that held the first ones go.
ALTER TABLE "markets" DROP CONSTRAINT "markets_sale_fee_range";--> statement-breakpoint
ALTER TABLE "money_limits" DROP CONSTRAINT "money_limits_fee_range";--> statement-breakpoint
ALTER TABLE "markets" DROP COLUMN "cash_on_delivery";--> statement-breakpoint
ALTER TABLE "markets" DROP COLUMN "sale_fee_basis_points";--> statement-breakpoint
ALTER TABLE "money_limits" DROP COLUMN "fee_basis_points";--> statement-breakpoint
ALTER TABLE "orders" DROP COLUMN "fee_basis_points";