import type { ReactNode } from "react";

type SectionFiguresProps = { figures: readonly { key: string; name: string; value: string }[] };

/** Single figures to be read, each on its line. */
export function SectionFigures({ figures }: SectionFiguresProps): ReactNode {
  return (
    <dl>
      {figures.map(({ key, name, value }) => (
        <div key={key} className="flex justify-between gap-3 border-b border-line py-1">
          <dt className="text-ink-2">{name}</dt>
          <dd className="font-bold">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
