import { testClient } from '@pergola/plugin/testing';
import { act, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WaitingPage } from './WaitingPage';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

describe('The page of a server that is not ready', () => {
  it('asks again, and goes on once the server serves', async () => {
    let isReady = false;
    const { api } = testClient(() => new Response('', { status: isReady ? 200 : 503 }));
    const goOn = vi.fn();
    render(<WaitingPage client={api} goOn={goOn} />);
    expect(screen.getByRole('heading').textContent).toBe('The server is getting ready');
    await act(() => vi.advanceTimersByTimeAsync(4000));
    expect(goOn).not.toHaveBeenCalled();
    isReady = true;
    await act(() => vi.advanceTimersByTimeAsync(2000));
    expect(goOn).toHaveBeenCalledOnce();
  });
});
