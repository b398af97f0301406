import { Page } from '../../../kit/staff/index.ts';

export function ProfilePage() {
  return <Page title="" />;
}
