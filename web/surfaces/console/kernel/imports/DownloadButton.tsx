import { Button } from 'antd';
import { type ReactNode, useState } from 'react';

import { useTell } from '../../../../kit/staff/index.ts';

interface DownloadButtonProps {
  readonly onDownload: () => Promise<void>;
  readonly icon?: ReactNode;
  readonly children: string;
}

/** Hands a file to the browser to keep, and says when it cannot. */
export function DownloadButton(props: DownloadButtonProps) {
  const tell = useTell();
  const [isBusy, setBusy] = useState(false);
  const fetchFile = async () => {
    setBusy(true);
    try {
      await props.onDownload();
    } catch (error) {
      tell.problem(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button icon={props.icon} loading={isBusy} onClick={() => void fetchFile()}>
      {props.children}
    </Button>
  );
}
