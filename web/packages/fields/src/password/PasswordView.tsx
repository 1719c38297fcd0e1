import { Dash } from '../Dash';

/** What is stored is a hash and says nothing. */
export function PasswordView() {
  return <Dash />;
}
