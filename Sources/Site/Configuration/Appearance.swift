import Nodes

/// Who writes the site.
public struct Author: Fielded {
  public let name: String
  public let email: String?
  public let url: String?
  public let avatar: String?
  /// Where `site.yaml` names the picture.
  let avatarRange: Range<Int>
  public let bio: String
  public let links: [MenuItem]

  public init(reading fields: inout Fields) {
    name = fields.value("name", "The author's name.", default: "")
    email = fields.optional("email", "An address to publish; none is published otherwise.")
    url = fields.optional("url", "The author's own page.")
    let avatar: Located<String>? = fields.optional(
      "avatar", "A picture, as a path under static/ or an address.")
    self.avatar = avatar?.value
    avatarRange = avatar?.range ?? 0..<0
    bio = fields.value("bio", "One or two sentences about the author.", default: "")
    links = fields.value("links", "Where else the author is found.", default: [])
  }
}

/// One link with its words.
public struct MenuItem: Fielded {
  public let title: String
  public let url: String
  /// Where the file says so.
  let urlRange: Range<Int>
  public let weight: Int

  public init(reading fields: inout Fields) {
    title = fields.value("title", "The words of the link.", was: ["name"])
    let url: Located<String> = fields.value(
      "url", "Where it leads: a path of the site or an address.", was: ["link"])
    self.url = url.value
    urlRange = url.range
    weight = fields.value("weight", "Lighter items come first.", default: 0)
  }
}

/// How the site looks, without touching a template.
public struct ThemeSettings: Fielded {
  public let name: String?
  public let accent: Colour?
  public let logo: String?
  /// Where `site.yaml` names the picture.
  let logoRange: Range<Int>
  public let social: [MenuItem]

  public init(reading fields: inout Fields) {
    name = fields.optional("name", "A folder under themes/; the built-in theme otherwise.")
    accent = fields.optional("accent", "The one colour of links and marks.")
    let logo: Located<String>? = fields.optional("logo", "A picture, as a path under static/.")
    self.logo = logo?.value
    logoRange = logo?.range ?? 0..<0
    social = fields.value("social", "Links at the foot of every page.", default: [])
  }
}

/// A colour as `#0b665e`.
public struct Colour: TextReadable, Equatable {
  public let text: String

  public init?(text: String) {
    let digits = text.utf8.dropFirst()
    guard text.utf8.first == UInt8(ascii: "#"), digits.count == 3 || digits.count == 6,
      digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit })
    else { return nil }
    self.text = text
  }

  private init() { text = "#000000" }

  public static let expected = Expectation.words(
    english: "a colour such as '#0b665e', in quotes",
    spanish: "un color como '#0b665e', entre comillas"
  )
  public static let pattern: String? = "^#([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})$"
  public static let standIn = Colour()
  public var written: Node? { Node(text) }
}
