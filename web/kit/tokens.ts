/** The values of tokens.css for code that cannot read CSS (the theme of Ant Design). A test keeps them equal. */
export const tokens = {
  ink: '#16202e',
  ink2: '#43526a',
  ink3: '#586780',
  line: '#dce2eb',
  lineStrong: '#7f8da3',
  ground: '#f4f6fa',
  surface: '#ffffff',
  hover: '#eef3fb',
  accent: '#0b4fc4',
  accentStrong: '#083d9a',
  accentSoft: '#e8f0fd',
  onAccent: '#ffffff',
  good: '#0a6b3d',
  goodSoft: '#e6f5ec',
  warn: '#8a4b00',
  warnSoft: '#fff3df',
  bad: '#b3211d',
  badSoft: '#fdedec',
  idle: '#4f5d73',
  idleSoft: '#edf0f5',
} as const;

/** Body text and least side of what is pressed, in CSS pixels, by surface and mode. */
export const sizes = {
  staff: { text: 15, target: 36 },
  public: { text: 17, target: 48 },
  elder: { text: 24, target: 60 },
} as const;
