import { companyCancellation } from './company-cancellation.ts';
import { companyChange } from './company-change.ts';
import { companyRegistration } from './company-registration.ts';
import { constructionPermit } from './construction-permit.ts';
import { drainageLicence } from './drainage-licence.ts';
import { entertainmentLicence } from './entertainment-licence.ts';
import { fireSafetyCheck } from './fire-safety-check.ts';
import { foodLicence } from './food-licence.ts';
import { housingFundDeposit } from './housing-fund-deposit.ts';
import { housingFundLoan } from './housing-fund-loan.ts';
import { housingFundWithdrawal } from './housing-fund-withdrawal.ts';
import { humanResourcesService } from './human-resources-service.ts';
import type { MatterContent } from './kit/shapes.ts';
import { labourDispatch } from './labour-dispatch.ts';
import { medicalInstitutionPractice } from './medical-institution-practice.ts';
import { medicalInstitutionSetup } from './medical-institution-setup.ts';
import { outdoorSign } from './outdoor-sign.ts';
import { publicPlaceHygiene } from './public-place-hygiene.ts';
import { realEstateTransfer } from './real-estate-transfer.ts';
import { residencePoints } from './residence-points.ts';
import { roadFreight } from './road-freight.ts';
import { soleTrader } from './sole-trader.ts';
import { talentIntroduction } from './talent-introduction.ts';
import { tobaccoRetail } from './tobacco-retail.ts';

/** The matters of the centre that are written by hand, in the order of its catalogue. */
export const matters: readonly MatterContent[] = [
  companyRegistration,
  companyChange,
  companyCancellation,
  soleTrader,
  foodLicence,
  publicPlaceHygiene,
  humanResourcesService,
  labourDispatch,
  constructionPermit,
  roadFreight,
  fireSafetyCheck,
  tobaccoRetail,
  medicalInstitutionSetup,
  medicalInstitutionPractice,
  entertainmentLicence,
  drainageLicence,
  housingFundDeposit,
  housingFundWithdrawal,
  housingFundLoan,
  realEstateTransfer,
  residencePoints,
  talentIntroduction,
  outdoorSign,
];
