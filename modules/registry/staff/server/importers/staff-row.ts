import { z } from 'zod';

import { cellBoolean, cellDay, cellList, cellOptional, cellText } from '#kernel/imports/cells.ts';

import { Employment, Sex } from '../../contract.ts';
import { cellCode, cellEmail, cellIn, cellPhone } from './cells.ts';

/** A row of the sheet of staff. */
export const StaffSheetRow = z
  .object({
    employeeNo: cellCode,
    nameZh: cellText(60),
    nameEn: cellOptional(100),
    namePinyin: cellOptional(100),
    sex: cellIn(Sex.options),
    officeCode: cellOptional(64),
    departmentCode: cellOptional(64),
    postCode: cellText(64),
    employment: cellIn(Employment.options),
    mobile: cellPhone,
    email: cellEmail,
    joinedOn: cellDay,
    /** In one order, so that the same roles are the same cell. */
    roles: cellList.transform((roles) => [...new Set(roles)].toSorted()),
    demonstration: cellBoolean,
  })
  .refine((row) => row.officeCode === '' || row.departmentCode === '', {
    path: ['departmentCode'],
    message: '科室与派驻部门只能填一个｜Either an office or a department, not both',
  });
export type StaffSheetRow = z.infer<typeof StaffSheetRow>;
