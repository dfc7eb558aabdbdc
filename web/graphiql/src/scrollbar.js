// Stands in for react-remove-scroll-bar, which keeps a page from scrolling behind a dialog by writing a style sheet
// into it. The page does not scroll, and its policy allows no such style sheets.
export const RemoveScrollBar = () => null;
export const zeroRightClassName = 'right-scroll-bar-position';
export const fullWidthClassName = 'width-before-scroll-bar';
export const noScrollbarsClassName = 'with-scroll-bars-hidden';
export const removedBarSizeVariable = '--removed-body-scroll-bar-size';
