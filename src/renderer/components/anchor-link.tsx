import { Anchor, type AnchorProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { ComponentPropsWithRef } from 'react';

type PlainAnchorProps = AnchorProps & Omit<ComponentPropsWithRef<'a'>, keyof AnchorProps>;

function PlainAnchor(props: PlainAnchorProps) {
  return <Anchor underline="always" {...props} />;
}

/** A link to a screen, typed by the routes: `<AnchorLink to="/library" search={{ collection: id }}>`. */
export const AnchorLink = createLink(PlainAnchor);
