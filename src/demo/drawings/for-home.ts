import { choice, otherwise } from './choice.ts';
import type { Choices } from './choice.ts';
import * as cookware from './cookware.ts';
import * as home from './home.ts';
import * as tableware from './tableware.ts';
import * as utensils from './utensils.ts';

export const HOME_CHOICES: Choices = {
  'kitchen-accessories': [
    choice('spatula', utensils.spatula, 'brown'),
    choice('turner', utensils.turner, 'black'),
    choice('cup\\b', tableware.cup, 'black'),
    choice('whisk', utensils.whisk, 'black'),
    choice('hand blender', cookware.handBlender, 'teal'),
    choice('blender', cookware.blender, 'orange'),
    choice('wok', cookware.wok, 'black'),
    choice('chopping', utensils.board),
    choice('squeezer', utensils.squeezer, 'yellow'),
    choice('egg slicer', utensils.eggSlicer, 'teal'),
    choice('stove', cookware.stove, 'silver'),
    choice('strainer', utensils.sieve, 'teal'),
    choice('sieve', utensils.sieve, 'red'),
    choice('fork', utensils.fork),
    choice('pot with glass cap', cookware.pot, 'silver'),
    choice('glass', tableware.glass),
    choice('grater', utensils.grater, 'black'),
    choice('ice cube', tableware.iceTray, 'blue'),
    choice('knife', utensils.knife, 'black'),
    choice('lunch', tableware.lunchBox, 'teal'),
    choice('microwave', cookware.microwave, 'silver'),
    choice('mug tree', tableware.mugTree, 'red'),
    choice('pan\\b', cookware.pan, 'black'),
    choice('plate', tableware.plate, 'blue'),
    choice('tongs', utensils.tongs, 'red'),
    choice('spice', tableware.spiceRack),
    choice('spoon', utensils.spoon),
    choice('tray', tableware.tray, 'teal'),
    choice('rolling pin', utensils.rollingPin),
    choice('peeler', utensils.peeler, 'yellow'),
    otherwise(cookware.pan, 'black'),
  ],
  furniture: [
    choice('bed\\b', home.bed, 'blue'),
    choice('sofa', home.sofa, 'teal'),
    choice('bedside', home.bedsideTable, 'brown'),
    choice('chair', home.chair, 'orange'),
    otherwise(home.washstand, 'brown'),
  ],
  'home-decoration': [
    choice('swing', home.hangingChair, 'teal'),
    choice('frame', home.pictureFrame, 'brown'),
    choice('plant pot', home.flowerPot, 'orange'),
    choice('table lamp', home.tableLamp, 'orange'),
    otherwise(home.plant, 'blue', 'orange'),
  ],
};
