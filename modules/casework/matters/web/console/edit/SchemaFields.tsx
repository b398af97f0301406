import type { SchemaFieldsProps } from './part-props.ts';
import { membersOf } from './schema.ts';
import { SchemaField } from './SchemaField.tsx';

/** The members of an object, each with an input of its kind. */
export function SchemaFields(props: SchemaFieldsProps) {
  const { schema, value, onChange, place, only, leaveOut = [] } = props;
  const members = membersOf(schema);
  const held = (typeof value === 'object' && value !== null ? value : {}) as Readonly<
    Record<string, unknown>
  >;
  const names = (only ?? Object.keys(members)).filter((name) => !leaveOut.includes(name));
  const set = (name: string, next: unknown) => {
    const rest = Object.fromEntries(Object.entries(held).filter(([other]) => other !== name));
    onChange(next === undefined ? rest : { ...held, [name]: next });
  };
  return (
    <div className="ow-edit-fields">
      {names.map((name) => {
        const member = members[name];
        return member === undefined ? null : (
          <SchemaField
            key={name}
            name={name}
            schema={member}
            value={held[name]}
            place={place === '' ? name : `${place}.${name}`}
            onChange={(next) => set(name, next)}
          />
        );
      })}
    </div>
  );
}
