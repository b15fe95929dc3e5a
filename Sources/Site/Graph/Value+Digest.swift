import Templates

extension Value {
  /// What a template would see of the value, as one number; an object counts as what it stands for.
  func digest(in publication: Publication) -> UInt64 {
    var mixer = Mixer()
    add(to: &mixer, publication)
    return mixer.value
  }

  /// The same of a value without objects of the site.
  var plainDigest: UInt64 {
    var mixer = Mixer()
    add(to: &mixer, nil)
    return mixer.value
  }

  private func add(to mixer: inout Mixer, _ publication: Publication?) {
    switch self {
    case .bool(let flag): mixer.add(flag)
    case .int(let number):
      mixer.add(7)
      mixer.add(number)
    case .double(let number):
      mixer.add(11)
      mixer.add(number.bitPattern)
    case .text(let text): mixer.add(text)
    case .safe(let text):
      mixer.add(13)
      mixer.add(text)
    case .markup(let bytes):
      mixer.add(17)
      mixer.add(bytes)
    case .list(let items), .tuple(let items):
      mixer.add(items.count)
      for item in items { item.add(to: &mixer, publication) }
    case .map(let map):
      mixer.add(map.count)
      for name in map.names {
        mixer.add(name)
        map[Name(name)]?.add(to: &mixer, publication)
      }
    case .object(let object): add(object, to: &mixer, publication)
    case .missing, .undefined, .none, .range, .callable, .live: mixer.add(19)
    }
  }

  private func add(_ object: any HostObject, to mixer: inout Mixer, _ publication: Publication?) {
    guard let publication else { return mixer.add(23) }
    switch object {
    case let page as PageObject: mixer.add(publication.keys.key(of: page.subject))
    case let taxonomy as TaxonomyObject: mixer.add(publication.keys.key(of: .terms(index: taxonomy.number)))
    default: mixer.add(23)
    }
  }
}
