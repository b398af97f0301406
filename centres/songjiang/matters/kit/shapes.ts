/** What a matter is made of; the one place here that names the module. */
export type {
  BundleContent,
  Condition,
  Exemption,
  Fee,
  Field,
  Form,
  HandlingItem,
  LegalBasis,
  Limit,
  MatterContent,
  Paper,
  PrefillSource,
  ScenarioQuestion,
  SimpleField,
  Text,
} from '#modules/casework/matters/contract.ts';
