import { RouterProvider } from '@tanstack/react-router';
import { router } from './router';

/** Everything behind the sign-in; a bundle of its own, so that the sign-in stands before it is read. */
export default function SignedIn() {
  return <RouterProvider router={router} />;
}
