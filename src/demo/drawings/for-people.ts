import { choice, otherwise } from './choice.ts';
import type { Choice, Choices } from './choice.ts';
import * as accessories from './accessories.ts';
import * as beauty from './beauty.ts';
import * as clothes from './clothes.ts';
import * as shoes from './shoes.ts';

/** Watches that are named for their face. */
const WATCHES: readonly Choice[] = [
  choice('moonphase', accessories.moonWatch, 'black', 'brown', 'blue'),
  choice('black dial', accessories.darkWatch, 'black'),
];

export const STYLE_CHOICES: Choices = {
  beauty: [
    choice('mascara', beauty.mascara, 'pink'),
    choice('palette', beauty.palette, 'black'),
    choice('powder', beauty.compact, 'pink'),
    choice('lipstick', beauty.lipstick, 'red'),
    choice('nail', beauty.nailPolish, 'red'),
    otherwise(beauty.tube, 'pink'),
  ],
  fragrances: [otherwise(beauty.perfume, 'orange', 'pink', 'gold', 'teal', 'purple')],
  'skin-care': [
    choice('vaseline', beauty.tube, 'blue'),
    otherwise(beauty.pumpBottle, 'green', 'teal', 'gold'),
  ],
  'mens-shirts': [
    choice('check|plaid', clothes.checkShirt, 'green', 'orange'),
    choice('tshirt', clothes.teeShirt, 'black'),
    otherwise(clothes.shirt, 'teal', 'blue'),
  ],
  tops: [choice('tartan', clothes.tartanDress, 'red'), otherwise(clothes.frock, 'yellow', 'pink', 'teal')],
  'womens-dresses': [
    choice('gown', clothes.gown, 'black'),
    choice('corset', clothes.corset, 'red'),
    choice('suit', clothes.pantsuit, 'red'),
    otherwise(clothes.frock, 'green'),
  ],
  'womens-bags': [
    choice('backpack', accessories.backpack, 'white'),
    otherwise(accessories.handbag, 'red', 'brown', 'pink', 'teal'),
  ],
  'womens-jewellery': [
    choice('crystal', accessories.crystalEarrings, 'green'),
    choice('oval', accessories.ovalEarrings, 'green'),
    otherwise(accessories.leafEarrings, 'teal', 'orange'),
  ],
  'mens-shoes': [
    choice('jordan', shoes.highTop, 'red'),
    choice('cleats', shoes.cleats, 'blue'),
    otherwise(shoes.sneaker, 'teal', 'orange'),
  ],
  'womens-shoes': [
    choice('heel', shoes.heels, 'black'),
    choice('slipper', shoes.slippers, 'brown'),
    choice('pampi', shoes.flats, 'pink'),
    choice('golden', shoes.heels, 'gold'),
    otherwise(shoes.flats, 'red'),
  ],
  'mens-watches': [...WATCHES, otherwise(accessories.watch, 'brown', 'black', 'silver', 'blue')],
  'womens-watches': [...WATCHES, otherwise(accessories.watch, 'pink', 'silver', 'gold', 'purple')],
  sunglasses: [
    choice('party', accessories.partyGlasses, 'pink'),
    otherwise(accessories.sunglasses, 'black', 'brown', 'blue', 'purple'),
  ],
};
