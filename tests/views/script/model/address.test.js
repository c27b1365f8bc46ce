import { readAddress, writeAddress } from "/script/model/address.js";
import { equal } from "/script-tests/check.js";

const opening = {
  era: "first", during: "", compare: "", actor: "", line: "", pair: "", as: "everybody", certain: false, lift: false, near: 0, limit: 60,
  view: "graph", off: new Set(["policy"]),
};

export function an_address_says_the_era_and_what_differs_from_the_page_as_it_opens() {
  equal(writeAddress(opening, opening), "#era=first");
  equal(writeAddress({ ...opening, era: "second", actor: "iaea", certain: true }, opening), "#era=second&actor=iaea&certain=true");
}

export function a_period_stands_in_place_of_the_era() {
  equal(writeAddress({ ...opening, during: "2013-01/2014-06" }, opening), "#during=2013-01/2014-06");
}

export function what_is_off_stands_in_order_and_so_does_nothing_being_off() {
  equal(writeAddress({ ...opening, off: new Set(["policy", "event"]) }, opening), "#era=first&off=event,policy");
  equal(writeAddress({ ...opening, off: new Set() }, opening), "#era=first&off=");
}

export function what_is_written_is_read_back() {
  const changed = {
    era: "a&b=c #1+2%", compare: "second", actor: "\u043a\u0456\u043c", line: "a~b~friendly", pair: "a~b", as: "undisputed", view: "matrix",
    certain: true, lift: true, near: 2, limit: 20, off: new Set(["event", "policy"]),
  };
  equal(readAddress(writeAddress({ ...opening, ...changed }, opening)), changed);
}

export function an_empty_address_says_nothing() {
  equal(readAddress(""), {});
  equal(readAddress("#"), {});
}

export function what_is_no_number_is_read_as_none_and_a_field_that_is_not_known_is_left_out() {
  equal(readAddress("#limit=many&colour=red&certain=yes&off=,a,"), { certain: false, limit: NaN, off: new Set(["a"]) });
}
