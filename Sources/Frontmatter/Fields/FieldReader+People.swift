import Nodes

// Authors and pictures, in all the shapes that themes give them.

extension FieldReader {
  /// Reads a name, a list of names or ids, a map, or a list of maps.
  mutating func authors(_ node: Node, key: String) -> [Author]? {
    switch node.content {
    case .scalar: return node.text.flatMap(Self.trimmed).map { [Author(name: $0)] } ?? []
    case .map(let entries): return author(entries, of: node, key: key).map { [$0] }
    case .list(let items):
      var authors: [Author] = []
      for item in items {
        switch item.content {
        case .scalar:
          if let name = item.text.flatMap(Self.trimmed) {
            authors.append(Author(name: name))
          } else {
            note(.emptyItem(key: key), at: item.range)
          }
        case .map(let entries):
          if let author = author(entries, of: item, key: key) { authors.append(author) }
        case .list: wrong(item, key: key, expected: .author)
        }
      }
      return authors
    }
  }

  private mutating func author(_ entries: [Node.Entry], of node: Node, key: String) -> Author? {
    var author = Author(name: "")
    for entry in entries {
      guard let text = entry.value.text.flatMap(Self.trimmed) else { continue }
      switch entry.key.lowercased() {
      case "name", "title": author.name = text
      case "id" where author.name.isEmpty: author.name = text
      case "url", "link", "website", "homepage": author.url = author.url ?? text
      case "email": author.email = text
      case "avatar", "image", "picture", "photo": author.avatar = author.avatar ?? text
      case "description", "bio": author.description = author.description ?? text
      default: break
      }
    }
    guard !author.name.isEmpty else {
      wrong(node, key: key, expected: .author)
      return nil
    }
    return author
  }

  /// Reads the pictures that a value names; nil when it names none, as `cover: {hidden: true}` does.
  mutating func pictures(_ node: Node, key: String) -> [Picture]? {
    switch node.content {
    case .scalar:
      guard node.boolean == nil, let path = node.text.flatMap(Self.trimmed) else { return nil }
      return [Picture(path: path)]
    case .map(let entries): return Self.picture(entries).map { [$0] }
    case .list(let items):
      var pictures: [Picture] = []
      for item in items {
        switch item.content {
        case .scalar:
          if let path = item.text.flatMap(Self.trimmed) {
            pictures.append(Picture(path: path))
          } else {
            note(.emptyItem(key: key), at: item.range)
          }
        case .map(let entries):
          if let picture = Self.picture(entries) {
            pictures.append(picture)
          } else {
            wrong(item, key: key, expected: .picture)
          }
        case .list: wrong(item, key: key, expected: .picture)
        }
      }
      return pictures
    }
  }

  private static func picture(_ entries: [Node.Entry]) -> Picture? {
    var picture = Picture(path: "")
    for entry in entries {
      guard let text = entry.value.text.flatMap(trimmed) else { continue }
      switch entry.key.lowercased() {
      case "image", "src", "url", "path", "file", "featured_image", "featuredimage", "cover", "feature",
        "overlay_image",
        "teaser", "thumbnail", "banner":
        if picture.path.isEmpty { picture.path = text }
      case "alt", "image_alt", "imagealt", "image_description", "alt_text": picture.alt = picture.alt ?? text
      case "caption", "title": picture.caption = picture.caption ?? text
      default: break
      }
    }
    return picture.path.isEmpty ? nil : picture
  }
}
