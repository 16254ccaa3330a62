/** The mark: a vial seen from the side, a measured part of its content marked off. */
export function AliquotMark({ size }: { readonly size: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d="M7 2.9h10M8.4 2.9v15.2a3.6 3.6 0 0 0 7.2 0V2.9" strokeLinecap="round" />
      <path d="M9.3 12.4h5.4v5.7a2.7 2.7 0 0 1-5.4 0z" fill="currentColor" stroke="none" />
      <path d="M15.6 8.2h-2.6" strokeLinecap="round" />
    </svg>
  );
}
