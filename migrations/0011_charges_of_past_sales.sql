-- Every sale that was booked, and every refund that gave a fee back, has its charge: those from before as well. Ids are in
-- the order of their time, as those that the program makes.

INSERT INTO fee_charges (id, business_id, service, rule_id, subject_id, quantity, currency, amount_minor, period,
                         charged_at, journal_id)
SELECT (lpad(to_hex((extract(epoch from j.created_at) * 1000)::bigint), 12, '0') || substr(replace(gen_random_uuid()::text, '-', ''), 13))::uuid,
       o.business_id, 'SALE', o.fee_rule_id, j.subject_id::text, 1, f.currency, f.amount,
       date_trunc('month', j.created_at at time zone m.time_zone)::date, j.created_at, j.id
FROM ledger_journals j
CROSS JOIN LATERAL (
  SELECT p.currency, sum(CASE WHEN t.kind = 'PLATFORM_FEES' THEN p.amount_minor ELSE -p.amount_minor END) AS amount
  FROM ledger_postings p
  JOIN ledger_accounts d ON d.id = p.debit_account_id JOIN ledger_accounts t ON t.id = p.credit_account_id
  WHERE p.journal_id = j.id AND 'PLATFORM_FEES' IN (d.kind, t.kind)
  GROUP BY p.currency
) f
LEFT JOIN refunds r ON j.kind = 'refund' AND r.id = j.subject_id
JOIN payments y ON y.id = CASE j.kind WHEN 'sale' THEN j.subject_id ELSE r.payment_id END
JOIN orders o ON o.id = y.order_id
JOIN businesses b ON b.id = o.business_id
JOIN markets m ON m.country = b.country
WHERE j.kind IN ('sale', 'refund') AND f.amount <> 0;
