import '../../client/older-browsers.ts';
