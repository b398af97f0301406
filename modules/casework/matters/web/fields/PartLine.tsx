import { useId } from 'react';

import { Line, type LineProps } from './Line.tsx';

export interface PartLineProps extends Omit<LineProps, 'id' | 'isWrong' | 'describedBy'> {
  readonly label: string;
  readonly fault: string | undefined;
}

/** One labelled part of a value that has several: the name of a person, the code of a firm. */
export function PartLine({ label, fault, ...line }: PartLineProps) {
  const id = useId();
  return (
    <div className="ow-fill-part">
      <label htmlFor={id}>{label}</label>
      <Line {...line} id={id} isWrong={fault !== undefined} describedBy={`${id}-fault`} />
      <p id={`${id}-fault`} className="ow-fill-fault">
        {fault}
      </p>
    </div>
  );
}
