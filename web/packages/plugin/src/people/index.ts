export { fullNameOf, nameOf, secondNameOf, withName, type Named } from './people';
export { PeopleList } from './PeopleList';
export { PickPeople } from './PickPeople';
export { peoplePerPage, usePeopleFinder } from './usePeopleFinder';
