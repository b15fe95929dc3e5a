import Nodes

/// A configuration with one of everything, for the tests of reading.
struct SampleSite: Fielded {
  enum RawHTML: String, CaseIterable, Readable { case allow, filter, escape }

  struct Feeds: Fielded {
    let limit: Int
    let fullContent: Bool

    init(reading fields: inout Fields) {
      limit = fields.value("limit", "How many entries a feed holds.", default: 20, in: 1...1000)
      fullContent = fields.value("full_content", "Whether entries hold whole pages.", default: true)
    }
  }

  struct Link: Fielded {
    let name: String
    let links: [Link]

    init(reading fields: inout Fields) {
      name = fields.value("name", "What is shown.")
      links = fields.value("links", "What lies below.", default: [])
    }
  }

  struct Port: TextReadable {
    let number: UInt16

    init?(text: String) {
      guard let number = UInt16(text), number > 0 else { return nil }
      self.number = number
    }

    private init() { number = 1 }

    static let expected = Expectation.words(english: "a port such as 8080", spanish: "un puerto como 8080")
    static let standIn = Port()
    static let pattern: String? = "^[1-9][0-9]{0,4}$"
  }

  let title: String
  let baseURL: String?
  let rawHTML: RawHTML
  let ratio: Double
  let port: Port?
  let tags: OneOrMore<String>
  let feeds: Feeds
  let menu: [Link]
  let sections: Table<Feeds>

  init(reading fields: inout Fields) {
    title = fields.value("title", "The site's name.")
    baseURL = fields.optional("base_url", "Where the site will live.", was: ["baseURL"])
    rawHTML = fields.value("raw_html", "What becomes of HTML.", default: .filter)
    ratio = fields.value("ratio", "A number.", default: 1.5)
    port = fields.optional("port", "Where the preview listens.")
    tags = fields.value("tags", "One or more.", default: OneOrMore(["a"]))
    feeds = fields.block("feeds", "The feeds.")
    menu = fields.value("menu", "The links above.", default: [])
    sections = fields.value("sections", "By name.", default: Table())
  }
}
