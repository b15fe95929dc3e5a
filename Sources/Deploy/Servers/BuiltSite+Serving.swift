extension BuiltSite {
  /// The site as an object store serves it: with the headers that `_headers` asks for, as far as a store keeps them,
  /// and with texts compressed where that is wanted.
  public func stored(at address: PublicAddress, compressing: Bool) throws(DeployFailure) -> BuiltSite {
    let rules = try ServerRules(of: self)
    var site = self
    site.files = files.map { file in
      var file = file
      for field in rules.fields(at: address.path(of: file.key)) { file.headers.set(field) }
      file.headers.compresses = compressing && Compressor.takes(file)
      return file
    }
    return site
  }
}

extension SiteFile.Headers {
  /// Takes a header over where a store would keep it; for all others a server has to stand before it.
  fileprivate mutating func set(_ field: ServerRules.Field) {
    switch field.name.lowercased() {
    case "content-type": contentType = field.value
    case "cache-control": cacheControl = field.value
    case "content-disposition", "content-language", "expires": others.append(field)
    default: break
    }
  }
}
