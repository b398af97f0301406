import type { Words } from '#kernel/problems/contract.ts';

import { type Language, useLanguage } from './language.tsx';

/** Parts of the program that act in their own name, as people know them. */
const programs: Readonly<Record<string, Words>> = {
  'load-centre': { 'zh-CN': '系统（载入基础数据）', en: 'The system (loading the centre)' },
  demonstration: { 'zh-CN': '系统（准备演示）', en: 'The system (demonstration)' },
  'identity-service': { 'zh-CN': '统一身份认证', en: 'The identity service' },
};

/** A job acts under its own name: `devices.watch-silence`. */
const JOB = /^[a-z-]+\.[a-z-]+$/;

const system: Words = { 'zh-CN': '系统', en: 'The system' };

/** Who did something, for people: a person's own name, and words instead of the name of a program. */
export function sayActor(name: string, language: Language): string {
  const known = programs[name] ?? (JOB.test(name) ? system : undefined);
  return known?.[language] ?? name;
}

/** The same in the language of the page. */
export function useSayActor(): (name: string) => string {
  const { language } = useLanguage();
  return (name) => sayActor(name, language);
}
