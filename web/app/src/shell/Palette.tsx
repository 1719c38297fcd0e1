import { translateTemplate, useApi, useWebPlugins, type PaletteItem } from '@pergola/plugin';
import { Input, Modal, SearchIcon, VisuallyHidden, type InputRef } from '@pergola/ui';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import styles from './Palette.module.css';
import { useMenu } from './useMenu';

const most = 12;

/** Goes anywhere by typing a part of its name. */
export function Palette({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState(0);
  const [isEager, setIsEager] = useState(false);
  const input = useRef<InputRef>(null);
  const items = useItems();
  const found = useMemo(() => match(items, text).slice(0, most), [items, text]);

  useEffect(() => input.current?.focus(), []);

  const go = (item: PaletteItem) => {
    onClose();
    void navigate(item.path);
  };

  // Who knows what they want has pressed Enter before it was known what there is.
  const awaited = isEager ? found[chosen] : undefined;
  useEffect(() => {
    if (awaited) {
      onClose();
      void navigate(awaited.path);
    }
  }, [awaited, navigate, onClose]);

  const press = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      setChosen((now) => (now + step + found.length) % Math.max(found.length, 1));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const item = found[chosen];
      if (item) {
        go(item);
      } else {
        setIsEager(true);
      }
    }
  };

  return (
    <Modal
      open
      onCancel={onClose}
      footer={null}
      closable={false}
      width={560}
      title={<VisuallyHidden>{t('Search')}</VisuallyHidden>}
      classNames={{ header: styles['head'] ?? '' }}
    >
      <Input
        ref={input}
        size="large"
        variant="borderless"
        prefix={<SearchIcon />}
        placeholder={t('Pages, collections and settings')}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setChosen(0);
          setIsEager(false);
        }}
        onKeyDown={press}
        role="combobox"
        aria-label={t('Search')}
        aria-expanded
        aria-controls="palette-list"
        aria-activedescendant={found[chosen] ? `palette-${chosen}` : undefined}
      />
      <div id="palette-list" role="listbox" aria-label={t('Search')} className={styles['list']}>
        {found.map((item, index) => (
          <div
            key={item.key}
            id={`palette-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === chosen}
            className={styles['item']}
            onMouseMove={() => setChosen(index)}
            onClick={() => go(item)}
            onKeyDown={press}
          >
            <span>{item.title}</span>
            <small>{item.kind}</small>
          </div>
        ))}
      </div>
      {found.length === 0 && <p className={styles['none']}>{t('Nothing has this name.')}</p>}
    </Modal>
  );
}

function useItems(): PaletteItem[] {
  const { t, i18n } = useTranslation();
  const api = useApi();
  const plugins = useWebPlugins();
  const query = useQuery({
    queryKey: ['palette', i18n.language],
    queryFn: async ({ signal }) => {
      const translate = (text: string) => translateTemplate(t(text), t);
      const lists = await Promise.all(plugins.map((plugin) => plugin.search?.(api, translate, signal) ?? []));
      return lists.flat();
    },
  });
  const menu = [useMenu('main'), useMenu('settings'), useMenu('personal')].flat();
  const pages = menu.map((entry) => ({
    key: entry.path,
    title: t(entry.title),
    kind: entry.area === 'settings' ? t('Settings') : t('Page'),
    path: entry.path,
  }));
  return [...pages, ...(query.data ?? [])];
}

/** What begins with the text comes before what holds it somewhere. */
function match(items: PaletteItem[], text: string): PaletteItem[] {
  const wanted = text.trim().toLocaleLowerCase();
  const rank = (item: PaletteItem) => item.title.toLocaleLowerCase().indexOf(wanted);
  return items.filter((item) => rank(item) >= 0).toSorted((a, b) => Number(rank(a) > 0) - Number(rank(b) > 0));
}
