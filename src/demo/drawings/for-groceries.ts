import { choice, otherwise } from './choice.ts';
import type { Choices } from './choice.ts';
import * as fresh from './fresh.ts';
import * as fruit from './fruit.ts';
import * as pantry from './pantry.ts';
import * as vegetables from './vegetables.ts';

export const GROCERY_CHOICES: Choices = {
  groceries: [
    choice('apple', fruit.apple, 'red'),
    choice('tomato', vegetables.tomato, 'red'),
    choice('kiwi', fruit.kiwi),
    choice('lemon', fruit.lemon, 'yellow'),
    choice('strawberr', fruit.strawberry, 'red'),
    choice('mulberr', fruit.berries, 'purple'),
    choice('banana', fruit.banana, 'yellow'),
    choice('potato', vegetables.potatoes),
    choice('onion', vegetables.onion, 'purple'),
    choice('ginger', vegetables.ginger),
    choice('chili', vegetables.chilies, 'green'),
    choice('bell pepper', vegetables.bellPepper, 'green'),
    choice('cucumber', vegetables.cucumber, 'green'),
    choice('bhindi', vegetables.okra, 'green'),
    choice('coriander', vegetables.herbs, 'green'),
    choice('beef', fresh.steak),
    choice('chicken', fresh.drumstick),
    choice('fish', fresh.fish),
    choice('eggs', fresh.eggs),
    choice('cat food', pantry.petFood, 'orange'),
    choice('dog food', pantry.petFood, 'blue'),
    choice('honey', pantry.jar, 'gold'),
    choice('cow ghee', pantry.jar, 'yellow'),
    choice('ice cream', fresh.iceCream, 'pink'),
    choice('juice', pantry.bottle, 'orange'),
    choice('water', pantry.bottle, 'blue'),
    choice('cooking oil', pantry.bottle, 'gold'),
    choice('soft drinks', pantry.can, 'red'),
    choice('milk', fresh.milkCarton, 'blue'),
    choice('nescafe', pantry.coffee, 'red'),
    choice('protein', pantry.tub, 'black'),
    choice('basmati', pantry.sack, 'cream'),
    choice('rice', pantry.sack, 'white'),
    choice('atta', pantry.sack, 'brown'),
    choice('toor', pantry.bowl, 'yellow'),
    choice('kabuli', pantry.bowl, 'cream'),
    choice('dahi', pantry.bowl, 'white'),
    choice('turmeric', pantry.bowl, 'orange'),
    choice('garam', pantry.bowl, 'brown'),
    choice('paneer', fresh.cheese, 'cream'),
    choice('tissue', pantry.tissueBox, 'teal'),
    otherwise(vegetables.basket, 'orange'),
  ],
};
