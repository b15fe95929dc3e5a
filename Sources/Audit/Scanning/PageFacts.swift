/// What one page has to say to the rest of the site, and what is wrong with it by itself.
struct PageFacts: Sendable {
  var slips: [Slip] = []
  /// The digests of all ids.
  var ids: Set<UInt64> = []
  /// The numbers of the routes that it links to, each once.
  var ways: [Int32] = []
  /// The feeds that it announces, by the numbers of their routes.
  var feeds: [Int32] = []
  /// The places on other pages that it links to.
  var places: [FarPlace] = []
  /// The canonical address that it names, where that is not its own.
  var canonical: Canonical?
  /// Whether it asks search engines to stay away.
  var isHidden = false
  /// Where the text of the page's own file begins in it.
  var contentStart: Int?

  /// A link to a place on another page.
  struct FarPlace: Sendable {
    let route: Int32
    /// The digest of the id.
    let fragment: UInt64
    let slip: Slip
  }

  /// A canonical address that is not the page's own.
  struct Canonical: Sendable {
    let url: String
    let slip: Slip
  }
}
