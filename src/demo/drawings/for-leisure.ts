import { choice, otherwise } from './choice.ts';
import type { Choices } from './choice.ts';
import * as balls from './balls.ts';
import * as gadgets from './gadgets.ts';
import * as games from './games.ts';
import * as motors from './motors.ts';
import * as screens from './screens.ts';

export const LEISURE_CHOICES: Choices = {
  smartphones: [
    choice('iphone [56]|galaxy s7', screens.olderPhone, 'blue', 'orange', 'purple', 'teal'),
    otherwise(screens.phone, 'purple', 'blue', 'teal', 'orange', 'pink', 'green'),
  ],
  tablets: [otherwise(screens.tablet, 'black', 'silver')],
  laptops: [otherwise(screens.laptop, 'silver', 'black', 'grey')],
  'mobile-accessories': [
    choice('echo|homepod', gadgets.speaker, 'black', 'grey'),
    choice('airpods max', gadgets.headphones, 'silver'),
    choice('airpods', gadgets.earbuds),
    choice('airpower', gadgets.chargingPad, 'purple'),
    choice('iphone charger', gadgets.charger),
    choice('battery', gadgets.powerBank, 'orange'),
    choice('watch', screens.smartWatch, 'gold'),
    choice('earphones', gadgets.neckband, 'red'),
    choice('case', gadgets.phoneCase, 'purple'),
    choice('selfie lamp', gadgets.ringLight, 'blue'),
    choice('monopod', gadgets.phoneStand, 'teal', 'purple', 'orange'),
    choice('camera', gadgets.studioCamera, 'teal'),
    otherwise(gadgets.powerBank, 'orange'),
  ],
  'sports-accessories': [
    choice('american football', balls.americanFootball),
    choice('baseball ball', balls.baseball),
    choice('baseball glove', games.glove, 'brown'),
    choice('basketball rim', games.hoop),
    choice('basketball', balls.basketball),
    choice('cricket ball', balls.cricketBall),
    choice('cricket bat', games.cricketBat),
    choice('cricket helmet', games.helmet, 'blue'),
    choice('cricket wicket', games.wicket),
    choice('shuttlecock', games.shuttlecock),
    choice('golf ball', balls.golfBall),
    choice('iron golf', games.golfIron),
    choice('metal baseball bat', games.baseballBat, 'silver'),
    choice('tennis ball', balls.tennisBall),
    choice('tennis racket', games.racket, 'red'),
    choice('volleyball', balls.volleyball),
    otherwise(balls.football),
  ],
  motorcycle: [
    choice('scooter', motors.scooter, 'teal'),
    choice('kawasaki', motors.sportbike, 'green'),
    choice('generic', motors.motorcycle, 'red'),
    otherwise(motors.sportbike, 'green', 'red', 'blue'),
  ],
  vehicle: [
    choice('charger|300', motors.saloon, 'blue', 'red', 'grey'),
    otherwise(motors.suv, 'orange', 'teal', 'grey', 'red'),
  ],
};
