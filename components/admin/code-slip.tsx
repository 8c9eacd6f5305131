import type { ReactNode } from "react";
import { Description, DescriptionList } from "@/components/ui/description-list";

export type CodeSlipWords = {
  title: string;
  name: string;
  account: string;
  code: string;
  address: string;
  addressText: string;
  how: string;
  once: string;
  print: string;
};

type CodeSlipProps = {
  slip: { name: string; account: string; code: string };
  until: string;
  words: CodeSlipWords;
};

/** What somebody is handed with a one-time code, to be cut out and given to them alone. */
export function CodeSlip({ slip, until, words }: CodeSlipProps): ReactNode {
  return (
    <>
      <h3>{words.title}</h3>
      <DescriptionList className="mt-2">
        <Description term={words.name}>{slip.name}</Description>
        <Description term={words.account} className="font-bold">
          {slip.account}
        </Description>
        <Description term={words.code} className="font-mono text-md font-bold whitespace-nowrap">
          {slip.code}
        </Description>
        <Description term={words.address}>{words.addressText}</Description>
      </DescriptionList>
      <p className="mt-2 text-sm text-ink-2">
        {words.how} {until}
      </p>
    </>
  );
}
