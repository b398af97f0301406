import { prose } from './fields.ts';
import { faq, item, onTheSpot, type UncodedItem, workingDays } from './items.ts';
import { type LicenceKind, licenceKinds } from './licence-kinds.ts';
import { agentPapers, application, heldLicence } from './papers.ts';
import { agentQuestion } from './questions.ts';
import {
  closingSection,
  contactSection,
  firmSection,
  licenceSection,
  personSection,
  type Section,
  section,
} from './sections.ts';
import { enOf, type Both, zhOf } from './words.ts';

/** What changes, renews, replaces and cancels all need to know of the licence that is held. */
export interface Held {
  readonly licence: LicenceKind;
  readonly validMonths?: number;
  /** Who holds it; firms unless said otherwise. */
  readonly holder?: 'firm' | 'person';
}

type ItemOptions = Parameters<typeof item>[0];

/** What an item of the life of a licence adds to the usual, or says differently. */
type More = Partial<Omit<ItemOptions, 'papers' | 'form' | 'questions'>> & {
  readonly papers?: ItemOptions['papers'];
  readonly questions?: ItemOptions['questions'];
  readonly sections?: readonly Section[];
};

export const changeItem = (held: Held, more: More): UncodedItem =>
  lifeItem(held, more, {
    key: 'change',
    kind: 'change',
    verb: '变更 | Change',
    conditions: ['持有有效的许可证件', '变更后的事项符合该项许可的条件'],
    answers: [
      faq(
        '什么时候要办变更？ | When do I have to apply for a change?',
        '许可证件载明的内容有变化的，变化前或者变化后及时申请；地址变化一般按新办办理。 | When anything on the licence changes. A new address usually needs a new licence.',
      ),
    ],
  });

export const renewItem = (held: Held, more: More): UncodedItem =>
  lifeItem(held, more, {
    key: 'renew',
    kind: 'renew',
    verb: '延续 | Renew',
    conditions: ['持有有效的许可证件', '在规定的期限内提出', '仍然符合该项许可的条件'],
    answers: [
      faq(
        '最迟什么时候申请延续？ | When at the latest must I apply?',
        '一般在有效期届满三十日前；另有规定的，以该事项的受理条件为准。 | As a rule thirty days before it expires; where the conditions above say otherwise, they count.',
      ),
    ],
  });

export const replaceItem = (held: Held, more: More = {}): UncodedItem =>
  lifeItem(
    held,
    { statutory: workingDays(5), promised: onTheSpot(), ...more },
    {
      key: 'replace',
      kind: 'replace',
      verb: '补证 | Replace',
      conditions: ['许可仍在有效期内', '证件遗失或者损坏'],
      answers: [
        faq(
          '遗失后要登报声明吗？ | Do I have to advertise the loss?',
          '不需要，在申请书中声明即可；电子证照一直可用。 | No, declare it in the application. The electronic licence stays usable.',
        ),
      ],
    },
  );

export const cancelItem = (held: Held, more: More = {}): UncodedItem =>
  lifeItem(
    held,
    {
      statutory: workingDays(20),
      promised: onTheSpot(),
      extensionDays: 0,
      result: {
        name: '准予注销行政许可决定书 | Decision to cancel the licence',
        type: '30',
      },
      sections: [
        section('reason', '注销原因 | Reason', [prose('cancel-reason', '注销原因 | Reason')]),
      ],
      ...more,
    },
    {
      key: 'cancel',
      kind: 'cancel',
      verb: '注销 | Cancel',
      conditions: ['持有许可证件', '不再从事该项许可的活动'],
      answers: [
        faq(
          '注销后还能恢复吗？ | Can a cancelled licence be restored?',
          '不能，再次经营需要重新申请。 | No. To start again, apply for a new one.',
        ),
      ],
    },
  );

interface Usual {
  readonly key: string;
  readonly kind: ItemOptions['kind'];
  readonly verb: Both;
  readonly conditions: readonly string[];
  readonly answers: ItemOptions['faq'];
}

function lifeItem(held: Held, more: More, usual: Usual): UncodedItem {
  const name = licenceKinds[held.licence];
  const { papers = [], questions = [], sections = [], ...rest } = more;
  return item({
    key: usual.key,
    name: `${zhOf(name)}${zhOf(usual.verb)} | ${enOf(usual.verb)}: ${enOf(name)}`,
    kind: usual.kind,
    statutory: workingDays(20),
    promised: workingDays(5),
    conditions: usual.conditions,
    result: {
      name,
      type: '10',
      licence: held.licence,
      ...(held.validMonths === undefined ? {} : { validMonths: held.validMonths }),
    },
    faq: [...usual.answers, ...usualAnswers],
    ...rest,
    questions: [...questions, agentQuestion],
    papers: [
      application(`${zhOf(name)}${zhOf(usual.verb)}申请书 | Application: ${enOf(name)}`),
      heldLicence(held.licence, name),
      ...papers,
      ...agentPapers(),
    ],
    form: [
      held.holder === 'person' ? personSection() : firmSection(),
      licenceSection(name),
      ...sections,
      contactSection(),
      closingSection(rest.promise),
    ],
  });
}

const usualAnswers: ItemOptions['faq'] = [
  faq(
    '原证要交回吗？ | Do I have to hand the old licence back?',
    '领取结果时交回纸质证件；只有电子证照的不用。 | Hand the paper licence back when you collect the result; with an electronic one there is nothing to do.',
  ),
  faq(
    '办理收费吗？ | Is there a fee?',
    '不收费，快递也免费。 | No, and the courier is free as well.',
  ),
];
