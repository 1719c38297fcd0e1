import { LoadFailure, useApi, usePageTitle } from '@pergola/plugin';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useLocation, useNavigate, useSearchParams } from 'react-router';
import { usePublicAuthenticators } from '../authenticators/authenticators';
import { SignUpForm } from '../components/SignUpForm';
import { WelcomeCard } from '../components/WelcomeCard';
import styles from '../components/WelcomeCard.module.css';
import { inside } from '../inside';

export function SignUpPage() {
  const { t } = useTranslation();
  const { session } = useApi();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const { search } = useLocation();
  const { data, error, refetch } = usePublicAuthenticators();
  const [authenticator] = data ?? [];
  usePageTitle(t('Create an account'));

  if (session.state === 'active') {
    return <Navigate to={inside(params.get('redirect'))} replace />;
  }
  return (
    <WelcomeCard title={t('Create an account')}>
      {error && !data && <LoadFailure error={error} onRetry={() => void refetch()} />}
      {authenticator &&
        (authenticator.options.allowSignUp ? (
          <SignUpForm
            fields={authenticator.options.signupForm}
            onDone={() => void navigate(inside(params.get('redirect')), { replace: true })}
          />
        ) : (
          <p className={styles['other']}>{t('Accounts are made by administrators here. Ask one of them for yours.')}</p>
        ))}
      <p className={styles['other']}>
        {t('Have an account?')} <Link to={{ pathname: '/signin', search }}>{t('Sign in')}</Link>
      </p>
    </WelcomeCard>
  );
}
