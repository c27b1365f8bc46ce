import { fileName } from "/script/export/download.js";
import { equal } from "/script-tests/check.js";

const state = { during: "", era: "2016-2018", compare: "", view: "graph" };

export function a_file_is_named_for_the_time_and_the_way_to_look() {
  equal(fileName(state, "svg"), "comity-2016-2018.svg");
  equal(fileName({ ...state, view: "table", compare: "2013-2015" }, "csv"), "comity-2016-2018-against-2013-2015.csv");
  equal(fileName({ ...state, view: "matrix", during: "2013-05/2014" }, "png"), "comity-2013-05-2014-matrix.png");
  equal(fileName({ ...state, view: "eras" }, "svg"), "comity-all-eras.svg");
}

export function a_name_that_means_harm_is_made_plain() {
  equal(fileName({ ...state, era: "../a b.exe\u0000\u202e" }, "svg"), "comity-a-b-exe-.svg");
}
