import type { ReactNode } from 'react';
import classes from './screen.module.css';

/** The body of a screen: a flex column with the frame's margins. `fill` gives lists and plots the whole height instead of a scrolling page. */
export function Screen({ children, fill = false }: { readonly children: ReactNode; readonly fill?: boolean }) {
  return (
    <div className={classes.screen} data-fill={fill || undefined}>
      {children}
    </div>
  );
}
