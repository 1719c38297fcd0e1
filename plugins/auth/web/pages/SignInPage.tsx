import { useApi, usePageTitle } from '@pergola/plugin';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useLocation, useNavigate, useSearchParams } from 'react-router';
import { usePublicAuthenticators } from '../authenticators/authenticators';
import { SignInForm } from '../components/SignInForm';
import { WelcomeCard } from '../components/WelcomeCard';
import styles from '../components/WelcomeCard.module.css';
import { inside } from '../inside';

export function SignInPage() {
  const { t } = useTranslation();
  const { session } = useApi();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const { search } = useLocation();
  const { data: authenticators } = usePublicAuthenticators();
  const target = inside(params.get('redirect'));

  usePageTitle(t('Sign in'));

  if (session.state === 'active') {
    return <Navigate to={target} replace />;
  }

  return (
    <WelcomeCard title={t('Sign in')}>
      <SignInForm onDone={() => void navigate(target, { replace: true })} />
      {authenticators?.[0]?.options.allowSignUp && (
        <p className={styles['other']}>
          {t('New here?')} <Link to={{ pathname: '/signup', search }}>{t('Create an account')}</Link>
        </p>
      )}
    </WelcomeCard>
  );
}
