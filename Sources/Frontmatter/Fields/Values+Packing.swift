import Bytes
import Language

// The small values that fields are made of, as the program keeps them from one run to the next.

extension Author {
  func pack(into packer: inout Packer) {
    packer.add(name)
    packer.add(url)
    packer.add(email)
    packer.add(avatar)
    packer.add(description)
  }

  init(from unpacker: inout Unpacker) {
    name = unpacker.text()
    url = unpacker.optionalText()
    email = unpacker.optionalText()
    avatar = unpacker.optionalText()
    description = unpacker.optionalText()
  }
}

extension Picture {
  func pack(into packer: inout Packer) {
    packer.add(path)
    packer.add(alt)
    packer.add(caption)
  }

  init(from unpacker: inout Unpacker) {
    path = unpacker.text()
    alt = unpacker.optionalText()
    caption = unpacker.optionalText()
  }
}

extension PageDate {
  func pack(into packer: inout Packer) {
    switch self {
    case .day(let day):
      packer.add(0)
      packer.add(day.daysSinceEpoch)
    case .local(let moment):
      packer.add(1)
      packer.add(moment.secondsSinceEpoch)
      packer.add(moment.time.nanosecond)
    case .instant(let moment):
      packer.add(2)
      packer.add(moment.instant.seconds)
      packer.add(moment.instant.nanosecond)
      packer.add(moment.offset.seconds)
    case .history(let event): packer.add(event == .created ? 3 : 4)
    }
  }

  /// Nil for what no page can say.
  init?(from unpacker: inout Unpacker) {
    switch unpacker.int() {
    case 0: self = .day(CivilDay(daysSinceEpoch: unpacker.int()))
    case 1:
      let instant = Instant(seconds: unpacker.int(), nanosecond: Self.fraction(&unpacker))
      self = .local(instant.civil(at: .utc))
    case 2:
      let instant = Instant(seconds: unpacker.int(), nanosecond: Self.fraction(&unpacker))
      self = .instant(ZonedMoment(instant, offset: Offset(seconds: unpacker.int()) ?? .utc))
    case 3: self = .history(.created)
    case 4: self = .history(.modified)
    default: return nil
    }
  }

  private static func fraction(_ unpacker: inout Unpacker) -> Int {
    min(max(unpacker.int(), 0), Instant.nanosecondsPerSecond - 1)
  }
}

extension Origin {
  private static let fields = Field.allCases

  func pack(into packer: inout Packer) {
    packer.add(Self.fields.firstIndex(of: field) ?? 0)
    switch teller {
    case .key(let key):
      packer.add(0)
      packer.add(key)
    case .heading: packer.add(1)
    case .firstLine: packer.add(2)
    case .fileName: packer.add(3)
    }
    packer.add(range.lowerBound)
    packer.add(range.count)
    packer.add(rank)
  }

  /// Nil for a field that there is none of.
  init?(from unpacker: inout Unpacker) {
    let number = unpacker.int()
    switch unpacker.int() {
    case 0: teller = .key(unpacker.text())
    case 1: teller = .heading
    case 2: teller = .firstLine
    default: teller = .fileName
    }
    let start = max(0, unpacker.int())
    range = start..<start + max(0, unpacker.int())
    rank = unpacker.int()
    guard Self.fields.indices.contains(number) else { return nil }
    field = Self.fields[number]
  }
}
