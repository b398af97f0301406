import './queue.css';

/** 31 characters of a case number name the matter, which stands beside it; day and serial tell cases apart. */
const TELLING = 12;

export function CaseNumber({ caseNo }: { readonly caseNo: string }) {
  return (
    <span className="ow-case-number" title={caseNo}>
      {caseNo.length > TELLING ? `…${caseNo.slice(-TELLING)}` : caseNo}
    </span>
  );
}
