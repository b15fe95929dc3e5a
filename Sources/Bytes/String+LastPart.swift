extension String {
  /// What stands after the last slash: `index.html` of `blog/talos/index.html`.
  public var lastPart: Substring {
    let slash = utf8.lastIndex(of: UInt8(ascii: "/"))
    return self[(slash.map(utf8.index(after:)) ?? startIndex)...]
  }
}
