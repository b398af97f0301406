export { PickedPremises } from './picker/PickedPremises.tsx';
export { PremisesPicker } from './picker/PremisesPicker.tsx';
