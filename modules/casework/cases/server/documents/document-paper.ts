import { z } from 'zod';

import type { Artwork } from '#kernel/documents/pdf/artwork.ts';
import type { Block } from '#kernel/documents/pdf/blocks.ts';
import { roundSeal } from '#kernel/documents/pdf/round-seal.ts';
import { definePdfTemplate } from '#kernel/documents/pdf/template.ts';

import { documentWords } from '../../contract/documents.ts';
import { bodies } from './bodies.ts';
import { DocumentSnapshot } from './snapshot.ts';
import { words } from './words.ts';

/** The seal that acceptance and decisions carry (行政许可法 art. 32: 专用印章). */
const SEAL_FOOT = '行政审批专用章';

const translationNote = (text: string): Block => ({
  kind: 'paragraph',
  text,
  indent: 0,
  size: 9,
  soft: true,
});

/** A statutory paper (文书), drawn from what was fixed when it was given out. */
export const documentPaper = definePdfTemplate({
  name: 'cases/document',
  version: 1,
  input: z.object({
    snapshot: DocumentSnapshot,
    verifyUrl: z.string(),
    code: z.string(),
    isReprint: z.boolean(),
  }),
  compose: ({ snapshot, verifyUrl, code, isReprint }, context) => {
    const title = context.say(documentWords[snapshot.kind]);
    const seal: Artwork = roundSeal({ name: snapshot.authority.name, foot: SEAL_FOOT });
    const isTranslation = context.locale === 'en';
    return {
      title: `${title} ${snapshot.number}`,
      author: snapshot.authority.name,
      footer: {
        // A case number of 43 characters would reach under a page number in the middle.
        center: [snapshot.caseNo, isReprint ? context.say(words.reprint) : '']
          .filter(Boolean)
          .join(' · '),
      },
      body: [
        { kind: 'document-number', text: snapshot.number },
        { kind: 'title', text: title, subtitle: snapshot.authority.name },
        ...bodies[snapshot.kind](snapshot, context),
        ...(isTranslation ? [translationNote(context.say(words.translation))] : []),
        {
          kind: 'keep',
          blocks: [
            {
              kind: 'beside',
              share: 0.35,
              left: [
                {
                  kind: 'qr',
                  content: verifyUrl,
                  caption: `${context.say(words.verify)}\n${context.say(words.verifyCode, { code })}`,
                  size: 26,
                  align: 'left',
                },
              ],
              right: [
                {
                  kind: 'signature',
                  organisation: snapshot.authority.name,
                  date: context.day(snapshot.issuedOn),
                  seal,
                },
              ],
            },
          ],
        },
      ],
    };
  },
});
