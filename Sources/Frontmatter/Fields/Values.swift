// The small values that fields are made of.

/// The terms of a page in one taxonomy.
public struct Taxonomy: Sendable, Equatable {
  public let name: String
  public let terms: [String]
}

/// Somebody who wrote a page.
public struct Author: Sendable, Equatable {
  /// A name, or an id that the site's list of authors explains.
  public var name: String
  public var url: String?
  public var email: String?
  public var avatar: String?
  public var description: String?
}

/// A picture that stands for a page.
public struct Picture: Sendable, Equatable {
  /// As it is written: an address, or a path in the site.
  public var path: String
  /// What it shows, for those who do not see it.
  public var alt: String?
  public var caption: String?
}

/// What the sitemap says about a page.
public struct SitemapEntry: Sendable, Equatable {
  public var isExcluded = false
  public var changeFrequency: String?
  public var priority: Double?
}

/// What the site's own search does with a page.
public struct SearchEntry: Sendable, Equatable {
  public var isExcluded = false
  /// How much more the page counts than others.
  public var boost: Double?
}

/// Where a value comes from.
public struct Origin: Sendable, Equatable {
  /// Who said it.
  public enum Teller: Sendable, Equatable {
    /// A key of the front matter, as it is written there.
    case key(String)
    /// The first heading of level one.
    case heading
    /// A plain first line that stands alone.
    case firstLine
    case fileName
  }

  public let field: Field
  public let teller: Teller
  /// Where it is written: the key, or the heading; empty for a file's name.
  public let range: Range<Int>
  let rank: Int
}

/// A key that had no effect, and why.
public struct Ignored: Sendable, Equatable {
  /// Why a key had no effect.
  public enum Reason: Sendable, Equatable {
    /// It has no value.
    case empty
    /// Another key says the same field.
    case overridden(by: String)
    /// It describes a picture, and there is none.
    case withoutCover
  }

  public let key: String
  public let range: Range<Int>
  public let reason: Reason
}
