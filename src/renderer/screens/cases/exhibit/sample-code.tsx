import { CodeText } from '../../../components/code-text';

/** A sample's code without its exhibit's, which stands above it on every step: `P1·U2·A1`. */
export function shortSampleCode(exhibitCode: string, code: string): string {
  return code.startsWith(`${exhibitCode}·`) ? code.slice(exhibitCode.length + 1) : code;
}

export function SampleCode({ exhibitCode, code }: { readonly exhibitCode: string; readonly code: string }) {
  return (
    <span title={code}>
      <CodeText code={shortSampleCode(exhibitCode, code)} plain />
    </span>
  );
}
