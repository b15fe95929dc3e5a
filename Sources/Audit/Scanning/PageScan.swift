import Bytes
import Language
import Site

/// Reads one finished page after the other; one per worker, with what it keeps from page to page.
struct PageScan {
  private let publication: Publication
  private let isSecure: Bool
  private let speech = Speech()
  private var resolver: Resolver
  /// The page that last linked to each route, so that each way is noted once.
  private var stamps: [Int32]
  private var serial: Int32 = 0

  init(_ publication: Publication, redirecting rules: [String: String]) {
    self.publication = publication
    isSecure = publication.setting.base.origin.hasPrefix("https:")
    resolver = Resolver(publication, redirecting: rules)
    stamps = [Int32](repeating: 0, count: publication.assembly.routes.routes.count)
  }

  /// What a page has to say; nil for what is no page.
  mutating func facts(of view: SiteBuild.View) -> PageFacts? {
    guard view.route.file.hasSuffix(".html"), !view.route.output.isRedirect else { return nil }
    serial += 1
    return view.bytes.withUnsafeBufferPointer { bytes in
      var reading = PageReading(
        view.route, number: publication.assembly.routes.number(at: view.route.url) ?? -1, bytes,
        content: view.content, tongue: publication.language(of: view.route).flatMap(Self.tongue),
        isSecure: isSecure, isFilled: !publication.hasShortcodes(view.route),
        base: publication.setting.base)
      reading.run(speech, &resolver) { [serial] route in
        guard stamps[Int(route)] != serial else { return false }
        stamps[Int(route)] = serial
        return true
      }
      return reading.facts
    }
  }

  /// The tongue of a language tag, where passages in the other can be told.
  private static func tongue(of language: String) -> Tongue? {
    Tongue(rawValue: String(language.prefix { $0 != "-" }).lowercased())
  }
}

extension Output {
  /// Whether it is a page that only sends readers on.
  var isRedirect: Bool { if case .redirect = self { true } else { false } }
}
