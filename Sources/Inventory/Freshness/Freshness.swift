import Language

/// How far a fact can be trusted to be true now.
public enum Freshness: Sendable, Hashable {
  /// Asked just now.
  case live
  case recent
  case expired
  /// The source has not answered since; the facts are its last good ones, if there are any.
  case noAnswer(since: Instant)
  /// Nobody was asked.
  case declaredOnly

  /// Tells the state of what was fetched, at a time.
  ///
  /// Facts from the future, which a clock that is wrong makes, count as fetched now.
  public init(
    fetchedAt: Instant?, staleSince: Instant?, isLive: Bool = false, now: Instant, thresholds: Thresholds
  ) {
    if let staleSince {
      self = .noAnswer(since: staleSince)
    } else if let fetchedAt {
      let age = max(0, now.seconds - fetchedAt.seconds)
      if isLive || age <= thresholds.live?.seconds ?? 0 {
        self = .live
      } else {
        self = age <= thresholds.warn?.seconds ?? .max ? .recent : .expired
      }
    } else {
      self = .declaredOnly
    }
  }

  /// The state of a snapshot, or of one fact in it.
  public init(of snapshot: Snapshot?, now: Instant, thresholds: Thresholds) {
    self.init(
      fetchedAt: snapshot?.fetchedAt, staleSince: snapshot?.staleSince, isLive: snapshot?.isLive ?? false,
      now: now, thresholds: thresholds)
  }

  /// The first instant after `now` at which the state is another one, if nothing new is fetched.
  public static func nextChange(fetchedAt: Instant, now: Instant, thresholds: Thresholds) -> Instant? {
    [thresholds.live ?? Age(seconds: 0), thresholds.warn].compactMap(\.self)
      .map { Instant(seconds: fetchedAt.seconds).adding(seconds: $0.seconds + 1) }
      .filter { $0 > now }.min()
  }
}

extension Freshness {
  /// Whether the source does not answer, or not about this.
  var isSilence: Bool { if case .noAnswer = self { true } else { false } }

  /// A stable word for programs and style sheets.
  public var name: String {
    switch self {
    case .live: "live"
    case .recent: "recent"
    case .expired: "expired"
    case .noAnswer: "no-answer"
    case .declaredOnly: "declared"
    }
  }

  /// A sign that tells the states apart without colour.
  public var sign: String {
    switch self {
    case .live: "●"
    case .recent: "◐"
    case .expired: "○"
    case .noAnswer: "▲"
    case .declaredOnly: "◇"
    }
  }

  /// The state for people; days are those of a zone.
  public func words(in tongue: Tongue, zone: Zone = .utc) -> String {
    guard case .noAnswer(let since) = self else { return word(in: tongue) }
    var day: [UInt8] = []
    day.append(zone.moment(at: since), style: .long, in: tongue)
    let text = String(decoding: day, as: UTF8.self)
    return tongue.pick(en: "no answer since \(text)", es: "sin respuesta desde el \(text)")
  }

  /// The state in a word or two, without a day.
  func word(in tongue: Tongue) -> String {
    switch self {
    case .live: tongue.pick(en: "live", es: "en vivo")
    case .recent: tongue.pick(en: "recent", es: "reciente")
    case .expired: tongue.pick(en: "expired", es: "caducado")
    case .declaredOnly: tongue.pick(en: "declared only", es: "solo declarado")
    case .noAnswer: tongue.pick(en: "no answer", es: "sin respuesta")
    }
  }
}
