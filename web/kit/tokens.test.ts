import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { sizes, tokens } from './tokens.ts';

const css = readFileSync(new URL('tokens.css', import.meta.url), 'utf8');

function channel(hex: string): number {
  const share = Number.parseInt(hex, 16) / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

function luminance(colour: string): number {
  const [, red = '', green = '', blue = ''] = /^#(..)(..)(..)$/.exec(colour) ?? [];
  return 0.2126 * channel(red) + 0.7152 * channel(green) + 0.0722 * channel(blue);
}

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].toSorted((x, y) => y - x);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

describe('the colours', () => {
  it.each(Object.entries(tokens))('%s is the same in CSS and in the theme', (name, value) => {
    const property = name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    expect(css).toContain(`--ow-${property.replace(/(\d)$/, '-$1')}: ${value};`);
  });

  const texts = [
    'ink',
    'ink2',
    'ink3',
    'accent',
    'accentStrong',
    'good',
    'warn',
    'bad',
    'idle',
  ] as const;
  const grounds = ['surface', 'ground', 'hover', 'accentSoft', 'idleSoft'] as const;
  it.each(texts.flatMap((text) => grounds.map((ground) => [text, ground] as const)))(
    'text in %s can be read on %s',
    (text, ground) => {
      expect(contrast(tokens[text], tokens[ground])).toBeGreaterThanOrEqual(4.5);
    },
  );

  it.each([
    ['good', 'goodSoft'],
    ['warn', 'warnSoft'],
    ['bad', 'badSoft'],
    ['onAccent', 'accent'],
    ['onAccent', 'accentStrong'],
    ['ink', 'warnSoft'],
    ['ink', 'badSoft'],
    ['ink2', 'badSoft'],
  ] as const)('%s can be read on %s', (text, ground) => {
    expect(contrast(tokens[text], tokens[ground])).toBeGreaterThanOrEqual(4.5);
  });

  it('the edge of a field can be seen', () => {
    expect(contrast(tokens.lineStrong, tokens.surface)).toBeGreaterThanOrEqual(3);
  });
});

describe('the sizes', () => {
  it('elder mode has 18 pt text and 60 px targets', () => {
    expect(sizes.elder).toEqual({ text: (18 / 72) * 96, target: 60 });
    expect(css).toContain(
      `--ow-text: ${sizes.elder.text}px;\n  --ow-target: ${sizes.elder.target}px;`,
    );
  });

  it('what a visitor presses is never below 44 px', () => {
    expect(sizes.public.target).toBeGreaterThanOrEqual(44);
    expect(css).toContain(
      `--ow-text: ${sizes.public.text}px;\n  --ow-target: ${sizes.public.target}px;`,
    );
  });
});
