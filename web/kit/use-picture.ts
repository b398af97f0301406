import { useEffect, useState } from 'react';

import { send } from '../client/send.ts';
import { useMachine } from './machine.ts';

/**
 * What an `<img>` shows for an address of this server. Where visitors share a machine the browser itself is nobody, so
 * the picture is fetched in the visitor's name and held in memory; undefined until it is there.
 */
export function usePicture(address: string): string | undefined {
  const isShared = useMachine() !== undefined;
  const [held, setHeld] = useState<string | undefined>();
  useEffect(() => {
    if (!isShared) return undefined;
    let made: string | undefined;
    let isOver = false;
    const show = (picture: Blob) => {
      if (isOver) return;
      made = URL.createObjectURL(picture);
      setHeld(made);
    };
    send({ method: 'GET', address })
      .then((answer) => answer.blob())
      .then(show)
      .catch(() => undefined);
    return () => {
      isOver = true;
      if (made !== undefined) URL.revokeObjectURL(made);
    };
  }, [isShared, address]);
  return isShared ? held : address;
}
