/** What nearly everybody of the staff may: see the places of the centre. */
export const seesThePlace = ['organisation.view@centre'];
