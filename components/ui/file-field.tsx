"use client";

import { type ComponentProps, type ReactNode, useState } from "react";
import { Field, type FieldProps, fieldWiring } from "@/components/ui/field";

export type FileLimit = {
  bytes: number;
  /** What is said of a larger file: what to do about it. */
  sentence: string;
};

type FileFieldProps = FieldProps &
  Omit<ComponentProps<"input">, "id" | "className" | "type" | "onChange"> & { accept: string; limit: FileLimit };

/**
 * One file with its label. A file that is too large is told when it is chosen, and keeps the form from being sent: it
 * would travel for a long while only to be refused. What was chosen cannot be sent back after an error.
 */
export function FileField(props: FileFieldProps): ReactNode {
  const { id, label, hint, errors, className, limit, ...input } = props;
  const [isTooLarge, setTooLarge] = useState(false);
  const shown = isTooLarge ? [limit.sentence] : errors;
  return (
    <Field id={id} label={label} hint={hint} errors={shown} {...(className ? { className } : {})}>
      <input
        className="w-full text-sm file:mr-2.5 file:cursor-pointer file:rounded-sm file:border file:border-field file:bg-surface file:px-3 file:py-1.25 file:text-ink"
        type="file"
        onChange={({ currentTarget: chosen }) => {
          const isOver = [...(chosen.files ?? [])].some((file) => file.size > limit.bytes);
          chosen.setCustomValidity(isOver ? limit.sentence : "");
          setTooLarge(isOver);
        }}
        {...fieldWiring({ id, hint, errors: shown })}
        {...input}
      />
    </Field>
  );
}
