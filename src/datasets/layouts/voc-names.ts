/** Names of classes that mean a plate, small letters only. */
const PLATES = new Set(
  `plate plates numberplate numberplates platenumber licenceplate licenseplate licenceplates licenseplates licence license
  licencenumber licensenumber lp lpn anpr alpr carplate carlicense carlicence carlicenseplate carlicenceplate carnumber
  registrationplate vehicleregistrationplate vehicleplate vehiclelicenseplate vehiclelicenceplate platelicense
  platelicence nummernschild kennzeichen matricula tablica`.split(/\s+/),
);

/** Names of classes that are no plates: vehicles and their parts, people, and the other classes of Pascal VOC. */
const OTHERS = new Set(
  `vehicle vehicles car cars truck trucks lorry bus buses minibus van vans taxi suv pickup trailer tractor motor motorbike
  motorbikes motorcycle motorcycles moto scooter bike bicycle tricycle rickshaw auto train tram ambulance headlight
  headlights light lights wheel wheels windshield windscreen window mirror logo bumper grille driver rider passenger
  helmet face head hand person people pedestrian man woman aeroplane bird boat bottle cat chair cow diningtable dog horse
  pottedplant sheep sofa tvmonitor trafficlight trafficsign stopsign other background`.split(/\s+/),
);

/** What the name of an object in a label stands for. */
export type NameKind = 'plate' | 'other' | 'text' | 'unknown';

/**
 * A word for a plate or for something else, apart from case and what stands between the letters ("License_Plate") and,
 * in small letters, from digits ("plate2"); or else the text of the plate. A name with small letters and no digit is
 * neither, as plates are written in capitals and digits.
 */
export function kindOfName(name: string): NameKind {
  const kept = /\p{Lu}/u.test(name) ? /[^\p{L}\p{Nd}]/gu : /[^\p{L}]/gu;
  const word = name.toLowerCase().replaceAll(kept, '');
  if (PLATES.has(word)) return 'plate';
  if (OTHERS.has(word)) return 'other';
  return /\p{Nd}/u.test(name) || !/\p{Ll}/u.test(name) ? 'text' : 'unknown';
}
