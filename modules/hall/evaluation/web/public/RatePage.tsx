import { useCall } from '#web/client/index.ts';
import {
  Card,
  EmptyState,
  Facts,
  Notice,
  PublicPage,
  TimeText,
  useParam,
  WithPublicAnswer,
} from '#web/kit/public/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type RateableService, type RatingOption, routes } from '../../contract.ts';
import { GradeTag } from '../parts/GradeTag.tsx';
import { useSayName, useSayText } from '../parts/words.ts';
import { messages } from './messages.ts';
import { RateForm } from './RateForm.tsx';

/** 手机评价: one service, five grades, the options of the grade, a few words. */
export function RatePage() {
  const t = useWords(messages);
  const token = useParam('token');
  const answer = useCall(
    routes.getRateable,
    { params: { token } },
    { asksToSignIn: false, freshMs: 0 },
  );
  const isUnknown = answer.error !== null && answer.error.status < 500;
  return (
    <PublicPage title={t('rate')} lead={t('rateLead')}>
      {isUnknown ? (
        <EmptyState title={t('unknown')} hint={t('unknownHint')} />
      ) : (
        <WithPublicAnswer answer={answer}>
          {({ service, optionSet }) => <Whole service={service} options={optionSet.options} />}
        </WithPublicAnswer>
      )}
    </PublicPage>
  );
}

interface WholeProps {
  readonly service: RateableService;
  readonly options: readonly RatingOption[];
}

function Whole({ service, options }: WholeProps) {
  const t = useWords(messages);
  const [first] = service.given;
  return (
    <>
      <ServiceFacts service={service} />
      {first === undefined ? null : (
        <Card title={t('thanks')} hint={t('thanksHint')}>
          {service.given.map((one) => (
            <p key={one.number}>
              <GradeTag grade={one.grade} /> <TimeText at={one.ratedAt} />
            </p>
          ))}
          {service.reply === '' ? null : (
            <Notice tone="good" title={t('reply')}>
              {service.reply}
            </Notice>
          )}
        </Card>
      )}
      {service.may === 'nothing' ? (
        <Notice tone="idle" title={t('nothing')} />
      ) : (
        <Card {...(service.may === 'add' ? { title: t('add'), hint: t('addHint') } : {})}>
          <RateForm key={service.may} token={service.token} may={service.may} options={options} />
        </Card>
      )}
    </>
  );
}

export function ServiceFacts({ service }: { readonly service: RateableService }) {
  const t = useWords(messages);
  const text = useSayText();
  const name = useSayName();
  const { window, person, department } = service.servedBy;
  const facts = [
    ...(department === null ? [] : [{ name: t('department'), value: name(department) }]),
    ...(window === null
      ? []
      : [{ name: t('served'), value: t('window', { number: window.number }) }]),
    ...(person === null
      ? []
      : [{ name: t('person'), value: `${name(person)} ${person.employeeNo}` }]),
    ...(service.ticketNo === null ? [] : [{ name: t('ticket'), value: service.ticketNo }]),
    ...(service.caseNo === null ? [] : [{ name: t('caseNo'), value: service.caseNo }]),
    { name: t('when'), value: <TimeText at={service.servedAt} /> },
  ];
  const title = text(service.matterName);
  return (
    <Card {...(title === '' ? {} : { title })}>
      <Facts facts={facts} />
    </Card>
  );
}
