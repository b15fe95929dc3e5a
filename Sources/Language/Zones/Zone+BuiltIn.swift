// The zones a Spanish site cannot do without, for machines without zone files: a fresh Debian has none.
//
// Until 1995 the clocks changed by decree, so every change is listed, up to the first of 1996; after it the rule of
// the European Union says it all. A test compares both tables with the system's files, instant by instant.

extension Zone {
  /// A zone that needs no file: `Europe/Madrid`, `Atlantic/Canary` and `UTC` under its usual names.
  public static func builtIn(_ name: String) -> Zone? {
    switch name {
    case "UTC", "Etc/UTC", "Etc/GMT", "GMT", "Z": Zone(name: name, fixed: .utc, abbreviation: "UTC")
    case "Europe/Madrid": madrid
    case "Atlantic/Canary": canary
    default: nil
    }
  }
}

extension Zone {
  private static let madrid = Zone(
    builtIn: "Europe/Madrid",
    rule: "CET-1CEST,M3.5.0,M10.5.0/3",
    periods: [
      (-884, false, "LMT"),
      (3600, true, "WEST"),
      (0, false, "WET"),
      (7200, true, "WEMT"),
      (7200, true, "CEST"),
      (3600, false, "CET"),
    ],
    changes: [
      (-2177452800, 2), (-1631926800, 1), (-1616889600, 2), (-1601168400, 1), (-1585353600, 2),
      (-1442451600, 1), (-1427673600, 2), (-1379293200, 1), (-1364774400, 2), (-1348448400, 1),
      (-1333324800, 2), (-1316390400, 1), (-1301270400, 2), (-1284339600, 1), (-1269820800, 2),
      (-1026954000, 1), (-1017619200, 2), (-1001898000, 1), (-999482400, 3), (-986090400, 1),
      (-954115200, 2), (-940208400, 5), (-873079200, 4), (-862621200, 5), (-842839200, 4), (-828320400, 5),
      (-811389600, 4), (-796870800, 5), (-779940000, 4), (-765421200, 5), (-748490400, 4), (-733971600, 5),
      (-652327200, 4), (-639018000, 5), (135122400, 4), (150246000, 5), (166572000, 4), (181695600, 5),
      (196812000, 4), (212540400, 5), (228866400, 4), (243990000, 5), (260326800, 4), (276051600, 5),
      (291776400, 4), (307501200, 5), (323830800, 4), (338950800, 5), (354675600, 4), (370400400, 5),
      (386125200, 4), (401850000, 5), (417574800, 4), (433299600, 5), (449024400, 4), (465354000, 5),
      (481078800, 4), (496803600, 5), (512528400, 4), (528253200, 5), (543978000, 4), (559702800, 5),
      (575427600, 4), (591152400, 5), (606877200, 4), (622602000, 5), (638326800, 4), (654656400, 5),
      (670381200, 4), (686106000, 5), (701830800, 4), (717555600, 5), (733280400, 4), (749005200, 5),
      (764730000, 4), (780454800, 5), (796179600, 4), (811904400, 5), (828234000, 4),
    ])

  private static let canary = Zone(
    builtIn: "Atlantic/Canary",
    rule: "WET0WEST,M3.5.0/1,M10.5.0",
    periods: [
      (-3696, false, "LMT"),
      (-3600, false, "-01"),
      (0, false, "WET"),
      (3600, true, "WEST"),
    ],
    changes: [
      (-1509663504, 1), (-733874400, 2), (323827200, 3), (338950800, 2), (354675600, 3), (370400400, 2),
      (386125200, 3), (401850000, 2), (417574800, 3), (433299600, 2), (449024400, 3), (465354000, 2),
      (481078800, 3), (496803600, 2), (512528400, 3), (528253200, 2), (543978000, 3), (559702800, 2),
      (575427600, 3), (591152400, 2), (606877200, 3), (622602000, 2), (638326800, 3), (654656400, 2),
      (670381200, 3), (686106000, 2), (701830800, 3), (717555600, 2), (733280400, 3), (749005200, 2),
      (764730000, 3), (780454800, 2), (796179600, 3), (811904400, 2), (828234000, 3),
    ])

  private init(
    builtIn name: String,
    rule: StaticString,
    periods: [(seconds: Int, isDaylight: Bool, abbreviation: String)],
    changes: [(second: Int, period: Int)]
  ) {
    self.init(
      name: name,
      transitions: changes.map(\.second),
      begun: changes.map(\.period),
      periods: periods.map {
        Period(
          offset: Offset(seconds: $0.seconds) ?? .utc,
          isDaylight: $0.isDaylight,
          abbreviation: $0.abbreviation)
      },
      rule: ZoneRule(Array(String(describing: rule).utf8).span))
  }
}
