import { useApi, usePageTitle } from '@pergola/plugin';
import { Mark } from '@pergola/ui';
import { useTranslation } from 'react-i18next';
import { Navigate, useNavigate, useSearchParams } from 'react-router';
import { SignInForm } from '../components/SignInForm';
import styles from './SignInPage.module.css';

export function SignInPage() {
  const { t } = useTranslation();
  const { session } = useApi();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const target = inside(params.get('redirect'));

  usePageTitle(t('Sign in'));

  if (session.state === 'active') {
    return <Navigate to={target} replace />;
  }

  return (
    <main className={styles['page']}>
      <div className={styles['card']}>
        <div className={styles['mark']}>
          <Mark size={32} />
          <span>Pergola</span>
        </div>
        <h1>{t('Sign in')}</h1>
        <SignInForm onDone={() => void navigate(target, { replace: true })} />
      </div>
    </main>
  );
}

/** Only addresses of this client; `//elsewhere` would leave it. */
function inside(path: string | null): string {
  return path !== null && /^\/(?![/\\])/.test(path) ? path : '/admin';
}
