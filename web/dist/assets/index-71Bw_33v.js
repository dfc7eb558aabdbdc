var e,t,n,r,i,a,o,s,c,l,u,d,f,p,m={},h=[],g=/acit|ex(?:s|g|n|p|$)|rph|grid|ows|mnc|ntw|ine[ch]|zoo|^ord|itera/i,_=Array.isArray;function v(e,t){for(var n in t)e[n]=t[n];return e}function y(e){e&&e.parentNode&&e.parentNode.removeChild(e)}function b(t,n,r){var i,a,o,s={};for(o in n)o==`key`?i=n[o]:o==`ref`?a=n[o]:s[o]=n[o];if(arguments.length>2&&(s.children=arguments.length>3?e.call(arguments,2):r),typeof t==`function`&&t.defaultProps!=null)for(o in t.defaultProps)s[o]===void 0&&(s[o]=t.defaultProps[o]);return x(t,s,i,a,null)}function x(e,r,i,a,o){var s={type:e,props:r,key:i,ref:a,__k:null,__:null,__b:0,__e:null,__c:null,constructor:void 0,__v:o??++n,__i:-1,__u:0};return o==null&&t.vnode!=null&&t.vnode(s),s}function S(e){return e.children}function C(e,t){this.props=e,this.context=t}function w(e,t){if(t==null)return e.__?w(e.__,e.__i+1):null;for(var n;t<e.__k.length;t++)if((n=e.__k[t])!=null&&n.__e!=null)return n.__e;return typeof e.type==`function`?w(e):null}function ee(e){if(e.__P&&e.__d){var n=e.__v,r=n.__e,i=[],a=[],o=v({},n);o.__v=n.__v+1,t.vnode&&t.vnode(o),ae(e.__P,o,n,e.__n,e.__P.namespaceURI,32&n.__u?[r]:null,i,r??w(n),!!(32&n.__u),a),o.__v=n.__v,o.__.__k[o.__i]=o,se(i,o,a),n.__e=n.__=null,o.__e!=r&&T(o)}}function T(e){if((e=e.__)!=null&&e.__c!=null)return e.__e=e.__c.base=null,e.__k.some(function(t){if(t!=null&&t.__e!=null)return e.__e=e.__c.base=t.__e}),T(e)}function E(e){(!e.__d&&(e.__d=!0)&&r.push(e)&&!D.__r++||i!=t.debounceRendering)&&((i=t.debounceRendering)||a)(D)}function D(){try{for(var e,t=1;r.length;)r.length>t&&r.sort(o),e=r.shift(),t=r.length,ee(e)}finally{r.length=D.__r=0}}function te(e,t,n,r,i,a,o,s,c,l,u){var d,f,p,g,_,v,y=r&&r.__k||h,b=t.length;for(c=O(n,t,y,c,b),d=0;d<b;d++)(p=n.__k[d])!=null&&(f=p.__i!=-1&&y[p.__i]||m,p.__i=d,v=ae(e,p,f,i,a,o,s,c,l,u),g=p.__e,p.ref&&f.ref!=p.ref&&(f.ref&&ue(f.ref,null,p),u.push(p.ref,p.__c||g,p)),_==null&&g!=null&&(_=g),4&p.__u?(c=k(p,c,e),f.__e&&(f.__e=null)):typeof p.type==`function`&&v!==void 0?c=v:g&&(c=g.nextSibling),p.__u&=-7);return n.__e=_,c}function O(e,t,n,r,i){var a,o,s,c,l,u=n.length,d=u,f=0;for(e.__k=Array(i),a=0;a<i;a++)(o=t[a])!=null&&typeof o!=`boolean`&&typeof o!=`function`?(typeof o==`string`||typeof o==`number`||typeof o==`bigint`||o.constructor==String?o=e.__k[a]=x(null,o,null,null,null):_(o)?o=e.__k[a]=x(S,{children:o},null,null,null):o.constructor===void 0&&o.__b>0?o=e.__k[a]=x(o.type,o.props,o.key,o.ref?o.ref:null,o.__v):e.__k[a]=o,c=a+f,o.__=e,o.__b=e.__b+1,s=null,(l=o.__i=ne(o,n,c,d))!=-1&&(d--,(s=n[l])&&(s.__u|=2)),s==null||s.__v==null?(l==-1&&(i>u?f--:i<u&&f++),typeof o.type!=`function`&&(o.__u|=4)):l!=c&&(l==c-1?f--:l==c+1?f++:(l>c?f--:f++,o.__u|=4))):e.__k[a]=null;if(d)for(a=0;a<u;a++)(s=n[a])!=null&&!(2&s.__u)&&(s.__e==r&&(r=w(s)),de(s,s));return r}function k(e,t,n){var r,i;if(typeof e.type==`function`){for(r=e.__k,i=0;r&&i<r.length;i++)r[i]&&(r[i].__=e,t=k(r[i],t,n));return t}e.__e!=t&&(t&&e.type&&!t.parentNode&&(t=w(e)),t=n.insertBefore(e.__e,t||null));do t&&=t.nextSibling;while(t!=null&&t.nodeType==8);return t}function ne(e,t,n,r){var i,a,o,s=e.key,c=e.type,l=t[n],u=l!=null&&!(2&l.__u);if(l===null&&s==null||u&&s==l.key&&c==l.type)return n;if(r>+!!u){for(i=n-1,a=n+1;i>=0||a<t.length;)if((l=t[o=i>=0?i--:a++])!=null&&!(2&l.__u)&&s==l.key&&c==l.type)return o}return-1}function re(e,t,n){t[0]==`-`?e.setProperty(t,n??``):e[t]=n==null?``:typeof n!=`number`||g.test(t)?n:n+`px`}function ie(e,t,n,r,i){var a,o;n:if(t==`style`){if(typeof n==`string`)e.style.cssText=n;else{if(typeof r==`string`&&(e.style.cssText=r=``),r)for(t in r)n&&t in n||re(e.style,t,``);if(n)for(t in n)r&&n[t]==r[t]||re(e.style,t,n[t])}}else if(t[0]==`o`&&t[1]==`n`)a=t!=(t=t.replace(u,`$1`)),o=t.toLowerCase(),t=o in e||t==`onFocusOut`||t==`onFocusIn`?o.slice(2):t.slice(2),e.l||={},e.l[t+a]=n,n?r?n[l]=r[l]:(n[l]=d,e.addEventListener(t,a?p:f,a)):e.removeEventListener(t,a?p:f,a);else{if(i==`http://www.w3.org/2000/svg`)t=t.replace(/xlink(H|:h)/,`h`).replace(/sName$/,`s`);else if(t!=`width`&&t!=`height`&&t!=`href`&&t!=`list`&&t!=`form`&&t!=`tabIndex`&&t!=`download`&&t!=`rowSpan`&&t!=`colSpan`&&t!=`role`&&t!=`popover`&&t in e)try{e[t]=n??``;break n}catch{}typeof n==`function`||(n==null||!1===n&&t[4]!=`-`?e.removeAttribute(t):e.setAttribute(t,t==`popover`&&n==1?``:n))}}function A(e){return function(n){if(this.l){var r=this.l[n.type+e];if(n[c]==null)n[c]=d++;else if(n[c]<r[l])return;return r(t.event?t.event(n):n)}}}function ae(e,n,r,i,a,o,s,c,l,u){var d,f,p,m,g,b,x,ee,T,E,D,O,k,ne,re,ie,A=n.type;if(n.constructor!==void 0)return null;128&r.__u&&(l=!!(32&r.__u),o=[c=n.__e=r.__e]),(d=t.__b)&&d(n);n:if(typeof A==`function`){f=s.length;try{if(T=n.props,E=A.prototype&&A.prototype.render,D=(d=A.contextType)&&i[d.__c],O=d?D?D.props.value:d.__:i,r.__c?ee=(p=n.__c=r.__c).__=p.__E:(E?n.__c=p=new A(T,O):(n.__c=p=new C(T,O),p.constructor=A,p.render=fe),D&&D.sub(p),p.state||(p.state={}),p.__n=i,m=p.__d=!0,p.__h=[],p._sb=[]),E&&p.__s==null&&(p.__s=p.state),E&&A.getDerivedStateFromProps!=null&&(p.__s==p.state&&(p.__s=v({},p.__s)),v(p.__s,A.getDerivedStateFromProps(T,p.__s))),g=p.props,b=p.state,p.__v=n,m)E&&A.getDerivedStateFromProps==null&&p.componentWillMount!=null&&p.componentWillMount(),E&&p.componentDidMount!=null&&p.__h.push(p.componentDidMount);else{if(E&&A.getDerivedStateFromProps==null&&T!==g&&p.componentWillReceiveProps!=null&&p.componentWillReceiveProps(T,O),n.__v==r.__v||!p.__e&&p.shouldComponentUpdate!=null&&!1===p.shouldComponentUpdate(T,p.__s,O)){n.__v!=r.__v&&(p.props=T,p.state=p.__s,p.__d=!1),n.__e=r.__e,n.__k=r.__k,n.__k.some(function(e){e&&(e.__=n)}),h.push.apply(p.__h,p._sb),p._sb=[],p.__h.length&&s.push(p),c=w(r);break n}p.componentWillUpdate!=null&&p.componentWillUpdate(T,p.__s,O),E&&p.componentDidUpdate!=null&&p.__h.push(function(){p.componentDidUpdate(g,b,x)})}if(p.context=O,p.props=T,p.__P=e,p.__e=!1,k=t.__r,ne=0,E)p.state=p.__s,p.__d=!1,k&&k(n),d=p.render(p.props,p.state,p.context),h.push.apply(p.__h,p._sb),p._sb=[];else do p.__d=!1,k&&k(n),d=p.render(p.props,p.state,p.context),p.state=p.__s;while(p.__d&&++ne<25);p.state=p.__s,p.getChildContext!=null&&(i=v(v({},i),p.getChildContext())),E&&!m&&p.getSnapshotBeforeUpdate!=null&&(x=p.getSnapshotBeforeUpdate(g,b)),re=d!=null&&d.type===S&&d.key==null?ce(d.props.children):d,c=te(e,_(re)?re:[re],n,r,i,a,o,s,c,l,u),p.base=n.__e,n.__u&=-161,p.__h.length&&s.push(p),ee&&(p.__E=p.__=null)}catch(e){if(s.length=f,n.__v=null,l||o!=null){if(e.then){for(n.__u|=l?160:128;c&&c.nodeType==8&&c.nextSibling;)c=c.nextSibling;o!=null&&(o[o.indexOf(c)]=null),n.__e=c}else if(o!=null)for(ie=o.length;ie--;)y(o[ie])}else n.__e=r.__e;n.__k??=r.__k||[],e.then||oe(n),t.__e(e,n,r)}}else o==null&&n.__v==r.__v?(n.__k=r.__k,n.__e=r.__e):c=n.__e=le(r.__e,n,r,i,a,o,s,l,u);return(d=t.diffed)&&d(n),128&n.__u?void 0:c}function oe(e){e&&(e.__c&&(e.__c.__e=!0),e.__k&&e.__k.some(oe))}function se(e,n,r){for(var i=0;i<r.length;i++)ue(r[i],r[++i],r[++i]);t.__c&&t.__c(n,e),e.some(function(n){try{e=n.__h,n.__h=[],e.some(function(e){e.call(n)})}catch(e){t.__e(e,n.__v)}})}function ce(e){return typeof e!=`object`||!e||e.__b>0?e:_(e)?e.map(ce):e.constructor===void 0?v({},e):null}function le(n,r,i,a,o,s,c,l,u){var d,f,p,h,g,v,b,x=i.props||m,S=r.props,C=r.type;if(C==`svg`?o=`http://www.w3.org/2000/svg`:C==`math`?o=`http://www.w3.org/1998/Math/MathML`:o||=`http://www.w3.org/1999/xhtml`,s!=null){for(d=0;d<s.length;d++)if((g=s[d])&&`setAttribute`in g==!!C&&(C?g.localName==C:g.nodeType==3)){n=g,s[d]=null;break}}if(n==null){if(C==null)return document.createTextNode(S);n=document.createElementNS(o,C,S.is&&S),l&&=(t.__m&&t.__m(r,s),!1),s=null}if(C==null)x===S||l&&n.data==S||(n.data=S);else{if(s=C==`textarea`&&S.defaultValue!=null?null:s&&e.call(n.childNodes),!l&&s!=null)for(x={},d=0;d<n.attributes.length;d++)x[(g=n.attributes[d]).name]=g.value;for(d in x)g=x[d],d==`dangerouslySetInnerHTML`?p=g:d==`children`||d in S||d==`value`&&`defaultValue`in S||d==`checked`&&`defaultChecked`in S||ie(n,d,null,g,o);for(d in S)g=S[d],d==`children`?h=g:d==`dangerouslySetInnerHTML`?f=g:d==`value`?v=g:d==`checked`?b=g:l&&typeof g!=`function`||x[d]===g||ie(n,d,g,x[d],o);if(f)l||p&&(f.__html==p.__html||f.__html==n.innerHTML)||(n.innerHTML=f.__html),r.__k=[];else if(p&&(n.innerHTML=``),te(r.type==`template`?n.content:n,_(h)?h:[h],r,i,a,C==`foreignObject`?`http://www.w3.org/1999/xhtml`:o,s,c,s?s[0]:i.__k&&w(i,0),l,u),s!=null)for(d=s.length;d--;)y(s[d]);l&&C!=`textarea`||(d=`value`,C==`progress`&&v==null?n.removeAttribute(`value`):v!=null&&(v!==n[d]||C==`progress`&&!v||C==`option`&&v!=x[d])&&ie(n,d,v,x[d],o),d=`checked`,b!=null&&b!=n[d]&&ie(n,d,b,x[d],o))}return n}function ue(e,n,r){try{if(typeof e==`function`){var i=typeof e.__u==`function`;i&&e.__u(),i&&n==null||(e.__u=e(n))}else e.current=n}catch(e){t.__e(e,r)}}function de(e,n,r){var i,a;if(t.unmount&&t.unmount(e),(i=e.ref)&&(i.current&&i.current!=e.__e||ue(i,null,n)),(i=e.__c)!=null){if(i.componentWillUnmount)try{i.componentWillUnmount()}catch(e){t.__e(e,n)}i.base=i.__P=i.__n=null}if(i=e.__k)for(a=0;a<i.length;a++)i[a]&&de(i[a],n,r||typeof e.type!=`function`);r||y(e.__e),e.__c=e.__=e.__e=void 0}function fe(e,t,n){return this.constructor(e,n)}function pe(n,r,i){var a,o,s,c;r==document&&(r=document.documentElement),t.__&&t.__(n,r),o=(a=typeof i==`function`)?null:i&&i.__k||r.__k,s=[],c=[],ae(r,n=(!a&&i||r).__k=b(S,null,[n]),o||m,m,r.namespaceURI,!a&&i?[i]:o?null:r.firstChild?e.call(r.childNodes):null,s,!a&&i?i:o?o.__e:r.firstChild,a,c),se(s,n,c),n.props.children=null}e=h.slice,t={__e:function(e,t,n,r){for(var i,a,o;t=t.__;)if((i=t.__c)&&!i.__)try{if((a=i.constructor)&&a.getDerivedStateFromError!=null&&(i.setState(a.getDerivedStateFromError(e)),o=i.__d),i.componentDidCatch!=null&&(i.componentDidCatch(e,r||{}),o=i.__d),o)return i.__E=i}catch(t){e=t}throw e}},n=0,C.prototype.setState=function(e,t){var n=this.__s!=null&&this.__s!=this.state?this.__s:this.__s=v({},this.state);typeof e==`function`&&(e=e(v({},n),this.props)),e&&v(n,e),e!=null&&this.__v&&(t&&this._sb.push(t),E(this))},C.prototype.forceUpdate=function(e){this.__v&&(this.__e=!0,e&&this.__h.push(e),E(this))},C.prototype.render=S,r=[],a=typeof Promise==`function`?Promise.prototype.then.bind(Promise.resolve()):setTimeout,o=function(e,t){return e.__v.__b-t.__v.__b},D.__r=0,s=Math.random().toString(8),c=`__d`+s,l=`__a`+s,u=/(PointerCapture)$|Capture$/i,d=0,f=A(!1),p=A(!0);var j,M,me,he,ge=0,_e=[],N=t,ve=N.__b,ye=N.__r,be=N.diffed,xe=N.__c,Se=N.unmount,Ce=N.__;function we(e,t){N.__h&&N.__h(M,e,ge||t),ge=0;var n=M.__H||(M.__H={__:[],__h:[]});return e>=n.__.length&&n.__.push({}),n.__[e]}function P(e){return ge=1,Te(Ie,e)}function Te(e,t,n){var r=we(j++,2);if(r.t=e,!r.__c&&(r.__=[n?n(t):Ie(void 0,t),function(e){var t=r.__N?r.__N[0]:r.__[0],n=r.t(t,e);t!==n&&(r.__N=[n,r.__[1]],r.__c.setState({}))}],r.__c=M,!M.__f)){var i=function(e,t,n){if(!r.__c.__H)return!0;var i=!1,o=r.__c.props!==e;if(r.__c.__H.__.some(function(e){if(e.__N){i=!0;var t=e.__[0];e.__=e.__N,e.__N=void 0,t!==e.__[0]&&(o=!0)}}),a){var s=a.call(this,e,t,n);return i?s||o:s}return!i||o};M.__f=!0;var a=M.shouldComponentUpdate,o=M.componentWillUpdate;M.componentWillUpdate=function(e,t,n){if(this.__e){var r=a;a=void 0,i(e,t,n),a=r}o&&o.call(this,e,t,n)},M.shouldComponentUpdate=i}return r.__N||r.__}function F(e,t){var n=we(j++,3);!N.__s&&Fe(n.__H,t)&&(n.__=e,n.u=t,M.__H.__h.push(n))}function Ee(e,t){var n=we(j++,4);!N.__s&&Fe(n.__H,t)&&(n.__=e,n.u=t,M.__h.push(n))}function De(e){return ge=5,Oe(function(){return{current:e}},[])}function Oe(e,t){var n=we(j++,7);return Fe(n.__H,t)&&(n.__=e(),n.__H=t,n.__h=e),n.__}function ke(){var e=we(j++,11);if(!e.__){for(var t=M.__v;t!==null&&!t.__m&&t.__!==null;)t=t.__;var n=t.__m||(t.__m=[0,0]);e.__=`P`+n[0]+`-`+n[1]++}return e.__}function Ae(){for(var e;e=_e.shift();){var t=e.__H;if(e.__P&&t)try{t.__h.some(Ne),t.__h.some(Pe),t.__h=[]}catch(n){t.__h=[],N.__e(n,e.__v)}}}N.__b=function(e){M=null,ve&&ve(e)},N.__=function(e,t){e&&t.__k&&t.__k.__m&&(e.__m=t.__k.__m),Ce&&Ce(e,t)},N.__r=function(e){ye&&ye(e),j=0;var t=(M=e.__c).__H;t&&(me===M?(t.__h=[],M.__h=[],t.__.some(function(e){e.__N&&(e.__=e.__N),e.u=e.__N=void 0})):(t.__h.some(Ne),t.__h.some(Pe),t.__h=[],j=0)),me=M},N.diffed=function(e){be&&be(e);var t=e.__c;t&&t.__H&&(t.__H.__h.length&&(_e.push(t)!==1&&he===N.requestAnimationFrame||((he=N.requestAnimationFrame)||Me)(Ae)),t.__H.__.some(function(e){e.u&&=(e.__H=e.u,void 0)})),me=M=null},N.__c=function(e,t){t.some(function(e){try{e.__h.some(Ne),e.__h=e.__h.filter(function(e){return!e.__||Pe(e)})}catch(n){t.some(function(e){e.__h&&=[]}),t=[],N.__e(n,e.__v)}}),xe&&xe(e,t)},N.unmount=function(e){Se&&Se(e);var t,n=e.__c;n&&n.__H&&(n.__H.__.some(function(e){try{Ne(e)}catch(e){t=e}}),n.__H=void 0,t&&N.__e(t,n.__v))};var je=typeof requestAnimationFrame==`function`;function Me(e){var t,n=function(){clearTimeout(r),je&&cancelAnimationFrame(t),setTimeout(e)},r=setTimeout(n,35);je&&(t=requestAnimationFrame(n))}function Ne(e){var t=M,n=e.__c;typeof n==`function`&&(e.__c=void 0,n()),M=t}function Pe(e){var t=M;e.__c=e.__(),M=t}function Fe(e,t){return!e||e.length!==t.length||t.some(function(t,n){return t!==e[n]})}function Ie(e,t){return typeof t==`function`?t(e):t}function I(e){let t=new Set;return{get:()=>e,set:n=>{if(!Object.is(n,e)){e=n;for(let e of[...t])e()}},subscribe:e=>(t.add(e),()=>t.delete(e))}}function L(e){let[,t]=P(0);return F(()=>e.subscribe(()=>t(e=>e+1)),[e]),e.get()}var Le=[`coverage`,`todo`,`explain`,`crosswalk`,`overlap`,`neighbourhood`,`facts`,`search`],Re=[`lang`,`held`,`target`,`asof`,`scope`,`assurance`,`hops`];function ze(e){let[t=``,n=``]=e.replace(/^#\/?/,``).split(`?`,2);return{view:Le.find(e=>e===t)??`coverage`,params:new URLSearchParams(n)}}function Be(e,t){let n=[...t].map(([e,t])=>`${e}=${encodeURIComponent(t).replace(/%2F/g,`/`).replace(/%2C/g,`,`).replace(/%20/g,`+`)}`);return`#/${e}${n.length?`?${n.join(`&`)}`:``}`}var Ve=I(location.hash);addEventListener(`hashchange`,()=>Ve.set(location.hash));function He(e,t,n={}){let r=new URLSearchParams;for(let[n,i]of e.params)(t===e.view||Re.includes(n))&&r.set(n,i);for(let[e,t]of Object.entries(n)){let n=Array.isArray(t)?t.join(`,`):t;n?r.set(e,n):r.delete(e)}return Be(t,r)}function Ue(e,t=!1){t?(history.replaceState(null,``,e),Ve.set(e)):location.hash=e}function R(){let e=ze(L(Ve)),t=t=>e.params.get(t)??``;return{...e,get:t,list:e=>t(e).split(`,`).filter(Boolean),href:(t,n)=>He(e,t,n),change:(t,n)=>Ue(He(ze(location.hash),e.view,t),n)}}var We={views:{coverage:`Coverage`,todo:`What is left`,explain:`Explain`,crosswalk:`Crosswalk`,overlap:`Overlap`,neighbourhood:`Neighbourhood`,facts:`Facts`,search:`Search`},skip:`Skip to the content`,viewsLabel:`Views`,print:`Print`,dark:`Dark`,copyLink:`Copy link`,copied:`Link copied: it holds all that you see.`,copiedWithoutInventory:`Link copied. Your control inventory is not in it; whoever opens it sees the answer without.`,notCopied:`The browser does not let pages copy; take the link from the address bar.`,permalink:`Link`,schema:`Schema`,licences:`Licences`,searchKey:`Ctrl+K: search`,disclaimer:`Reusable is not compliant. Not legal advice, not an audit; endorsed by neither ISO nor KISA.`,loading:`Loading…`,serverAway:`The server does not answer. What you see may be out of date; the page keeps trying.`,dataMoved:e=>`The data has changed: this is revision ${e} by now. What you see may be from before.`,showNewData:`Show the new data`,refused:`The server cannot answer this.`,unknownRef:`This reference names nothing.`,didYouMean:`Did you mean`,tryAgain:`Try again`,needsKey:`This server wants to know who is asking.`,wrongKey:`The server does not know this key.`,key:`Key or token`,keyMeans:`It is sent with each question, and forgotten when the page is closed.`,openWithKey:`Go on`,nothingFound:`Nothing found.`,noneShown:`No requirement fits the filter.`,question:`Question`,held:`What you hold`,heldPlaceholder:`Add a standard or requirement`,target:`What you want`,chooseTarget:`Choose a standard`,conditions:e=>e?`Conditions (${e})`:`Conditions`,asOf:`As of`,assuranceAtLeast:`Claims at least`,hops:`Claims in a row`,any:`Any`,direct:`Direct claims alone`,atMost:e=>e===1?`Direct claims alone`:`At most ${e}`,scope:`Scope`,anyScope:`All scopes`,heldUntil:(e,t)=>`${e}, until ${t}`,remove:e=>`Remove ${e}`,ownControls:(e,t)=>`${e}: ${t} controls`,upload:`Upload your controls`,uploadMeans:`XLSX, CSV or YAML. The file goes along with each question, is kept by nobody, and is in no link.`,fileTooLarge:e=>`The file is larger than ${e} kB. Leave out what is not about controls, or ask on the command line with --controls.`,noControls:`No controls were understood in this file:`,readingNotes:(e,t,n)=>`${e} controls read, with ${t} notes, ${n} of them to look at`,severity:{INFO:`read as`,WARNING:`look at`,ERROR:`left out`},startTitle:`Which of the controls you already have satisfy a new standard, how do you know, and what is left to do?`,startText:`Choose above what you hold and what you want, or begin with one of these:`,startExample:(e,t)=>`${e} → ${t}`,coverageOf:e=>`What is proved of ${e}, given what you hold.`,asOfRevision:(e,t)=>`As of ${e}; data revision ${t}`,asOfDay:e=>`As of ${e}`,legend:`Legend and filter`,outOf:e=>`of ${e}`,countOf:(e,t)=>`${e} of ${t}`,byHeading:`By heading`,allLevels:`All levels`,heading:`Heading`,total:`Total`,eachRequirement:`Each requirement`,requirements:`Requirements`,showAll:`Show all`,number:`No.`,requirement:`Requirement`,verdict:`Verdict`,disposition:`Disposition`,blockedBy:e=>`held back by ${e}`,lapsed:(e,t)=>`${e} was held until ${t}, and does not count on the day asked about.`,doubts:e=>`Doubts: held, although no control named for it counts (${e})`,todoOf:e=>`What ${e} still asks of you, in the order of the work.`,whatRemains:`What remains`,blockers:`Blockers`,reused:`What is reused`,evidence:`Owner and evidence`,audit:`Audit`,mayBeOmitted:`may be omitted on conditions`,download:`Download`,document:`Document`,format:`Format`,documentLanguage:`Language of the document`,deliverable:{WORKBOOK:`Gap workbook`,SOA:`Statement of applicability (Annex A)`,OPERATION_STATEMENT:`Statement of operation (ISMS, ISMS-P)`,TRANSITION:`Transition plan (old edition held)`,AUDIT_TIME:`Audit time worksheet`,SUMMARY:`Summary for the management`},formats:{XLSX:`Excel (XLSX)`,CSV:`CSV`,MD:`Markdown`,HTML:`HTML`},languages:{EN:`English`,KO:`Korean`,BOTH:`Both`},explainTitle:`Why does a requirement have its verdict?`,explainChoose:`Choose a requirement above.`,explainHold:`Say what you hold, and choose a requirement.`,explainExample:`An example: Password Management of ISMS-P for a holder of ISO/IEC 27001:2022`,requirementAsked:`Requirement`,findRequirement:`Number or words, such as 2.5.4`,seeNeighbourhood:`See what is related to it`,conflict:`Contradiction`,conflictMeans:`The claims say the opposite, too; look at them before you rely on this verdict:`,disagreement:`Sources disagree`,disagreementMeans:`The verdict is proved with the claim that is trusted most; a policy can distrust a source.`,withThem:`With that in place:`,pointByPoint:`Point by point`,beyond:e=>`beyond ${e}:`,nothingRemains:`Nothing remains.`,noPoints:`The obligations of this requirement are not worked out.`,nothingFollows:`Why nothing follows`,nobodyLooked:`Nobody has compared what you hold with this requirement. This is not a gap: find out first.`,touchedOnly:`Claims touch this requirement, but set logic proves none of its obligations:`,proof:`Proof`,proofDrawing:`The proof as a graph: what is held on top, what follows below`,proofAssurance:e=>`as sure as its weakest claim: ${e}`,part:`part and whole`,notProved:`nothing is proved of it`,heldBy:e=>`held by ${e}`,heldShort:`held`,missing:`Of these sources nothing is proved:`,strength:`Strength`,outOfTen:e=>`${e} of 10`,basisWord:`Basis`,assuranceWord:`Assurance`,source:`Source`,editions:`Editions`,claim:`Claim`,omission:`Audit that may be omitted`,omissionMeans:`An omitted audit is not a requirement met: no verdict depends on it. All of this has to be the case:`,searchLabel:`Search requirements`,searchPlaceholder:`Number, English or Korean: 2.5.4, A.5.17, access review, 접근권한`,searchTitle:`Find a requirement by its number or by words of either language`,searchText:`For example:`,hits:`Hits`,hitCount:(e,t)=>t?`${e} hits for “${t}”`:`${e} requirements`,meant:(e,t)=>`Searched for “${e}” (${t}).`,narrow:`Narrow down`,moreValues:e=>`${e} more`,heirs:`In the new edition:`,counterparts:`Related by claims`,moreHits:e=>`Show up to ${e}`,standard:`Standard`,byId:`by number`,addToHeld:`Add to what you hold`,from:`From`,to:`To`,switchDirection:`Switch direction`,asTable:`As a table`,onlyUnmapped:`Unmapped only`,noCrosswalk:`Nobody has related these two standards directly.`,noCrosswalkMeans:`What follows by way of others is in Coverage.`,crosswalkOf:(e,t,n)=>`${e} claims between ${t} and ${n}.`,unmappedCounts:(e,t,n,r,i,a)=>`Unmapped: ${e} of ${t} in ${n}, ${r} of ${i} in ${a}.`,sourceTree:e=>`From: ${e}`,targetTree:e=>`To: ${e}`,treeLegend:`= same · ⊂ contained in · ⊃ contains · ∩ overlaps · ∅ looked at, nothing in common. Point at a requirement to see its claims; select it to keep them. A dashed line is a joint claim.`,markUnrelated:`∅ unrelated`,markUnclaimed:`no claim`,claims:`Claims`,claimsOf:e=>`Claims of ${e}`,inNoClaim:`No claim relates it to anything.`,selectHint:`Select a requirement on either side to read its claims.`,allOf:e=>`all of ${e}`,relationWord:`Relation`,whyWord:`Why`,matrixTitle:`How far one standard meets another`,matrixMeans:`Rows are held, columns are wanted. Each count is of the assessable requirements of the target, by what is proved of them for a holder of all of the held standard; the two directions differ.`,standardsShown:(e,t)=>`Standards shown: ${e} of ${t}`,twoStandards:`Choose two standards or more.`,heldByTarget:`held \\ target`,pair:(e,t)=>`Holding ${e}, of ${t}:`,nextTitle:`Which standard next`,nextOrder:`First those with the fewest requirements of which nothing is proved (POSSIBLE, NONE, UNKNOWN), then those with the fewest PARTIAL.`,nextHold:`Say what you hold to see which standard is nearest.`,verdictsOf:`Verdicts`,editionsTitle:`What a new edition changes`,edition:`Edition`,changeWord:`Change`,flowDrawing:`Flow from the headings of the old edition to those of the new one; a band is as wide as the number of pairs of an old and a new requirement`,changeList:e=>`List of changes (${e})`,neighbourhoodTitle:`What is related to a requirement? Choose one above, or one of these:`,neighbourhoodDrawing:`The claims around the requirement as a graph`,laws:`Rests on`,claimsAndApart:(e,t)=>`${e}, and ${t} that say: unrelated`,here:`Here`,there:`There`,scheme:`Scheme`,noSchemes:`Nothing is known of any scheme.`,statement:`Statement`,certaintyWord:`Certainty`,validity:`In force`,since:e=>`from ${e}`,until:e=>`to ${e}`,obligedTitle:`Are you obliged?`,obligedMeans:`Say what you know; what depends on the rest stays open. This is not legal advice. Your answers are part of the link.`,notKnown:`not known`,yes:`yes`,no:`no`,tell:`Still to know`,verdictMeans:{FULL:`every obligation is met by what is held`,PARTIAL:`at least one obligation is met; not all are proved`,POSSIBLE:`a claim touches it, but set logic proves nothing`,NONE:`somebody looked and said: nothing held relates to it`,UNKNOWN:`nobody has looked; this is not a gap`},dispositionMeans:{REUSE:`show what is there`,EXTEND:`add what remains`,EXTEND_SCOPE:`the process exists, its subject is new: widen its scope`,REVIEW:`read both and decide`,NEW:`build it`,ANALYSE:`look first`},relation:{EQUAL_TO:`asks the same as`,SUBSET_OF:`is contained in`,SUPERSET_OF:`contains`,INTERSECTS_WITH:`overlaps with`,NO_RELATIONSHIP:`is unrelated to`},whyNothing:{EQUAL_TO:`Both ask the same, but of the sources nothing is certain to be met.`,SUBSET_OF:`The sources lie within it, but of the sources nothing is certain to be met.`,SUPERSET_OF:`The sources contain it, but are met only in part: the part that is met may lie outside it.`,INTERSECTS_WITH:`The sources overlap with it, but are met only in part: the part that is met may lie outside the overlap.`,NO_RELATIONSHIP:`Nothing is shared.`},rule:{R1:`held`,R2:`parts and their whole`,R3:`all sources are FULL and are equal to it or contain it`,R4:`all sources are FULL and lie within it or overlap with it`,R5:`a source is met, and the sources lie within it`,R6:`touched, and nothing more`,R7:`looked at, and nothing held relates to it`},foundBy:{TEXT:`words`,ID:`number`,GLOSSARY:`glossary`,SPELLING:`spelling`,SPACING:`spacing`,LAYOUT:`keyboard layout`,INITIALS:`initial consonants`,LAW:`law`,EDITION:`replaces it`,COUNTERPART:`related by claims`},completion:{TERM:`term`,TITLE:`heading`,REQUIREMENT:`number`,STANDARD:`standard`},assurance:{DRAFT:`draft`,REVIEWED:`reviewed`,PUBLISHED:`published`,OFFICIAL:`official`},basis:{SYNTACTIC:`wording`,SEMANTIC:`meaning`,FUNCTIONAL:`result`},blockerReason:{PLANNED:`planned`,PARTIAL:`partly carried out`,OUT_OF_SCOPE:`out of scope`},certainty:{VERIFIED:`verified`,SINGLE_SOURCE:`single source`,DERIVED:`derived from other texts`,UNVERIFIED:`NOT VERIFIED`},change:{KEPT:`kept`,RENAMED:`renamed`,MERGED:`merged`,SPLIT:`split`,EXTENDED:`extended`,NEW:`new`,WITHDRAWN:`withdrawn`},factKind:{LAW:`Law`,COUNT:`Counts`,ESTIMATE:`Estimates`,COMPARISON:`Comparisons`,EDITION:`Editions`},kind:{GROUP:`heading`,CLAUSE:`clause`,CONTROL:`control`,CRITERION:`criterion`,CHECK_ITEM:`check item`,ARTICLE:`article`,POINT:`point`},answer:{YES:`yes`,NO:`no`,NOT_DECIDED:`not decided`}},Ge={views:{coverage:`충족 현황`,todo:`남은 과제`,explain:`판정 근거`,crosswalk:`크로스워크`,overlap:`중첩 현황`,neighbourhood:`연관 관계`,facts:`제도 정보`,search:`검색`},skip:`본문으로 건너뛰기`,viewsLabel:`화면`,print:`인쇄`,dark:`어두운 화면`,copyLink:`링크 복사`,copied:`링크를 복사했습니다. 지금 보이는 내용이 모두 담겨 있습니다.`,copiedWithoutInventory:`링크를 복사했습니다. 올린 통제 목록은 링크에 담기지 않으므로, 받는 사람은 통제 목록 없이 계산한 답을 봅니다.`,notCopied:`브라우저가 복사를 허용하지 않습니다. 주소창의 링크를 복사하세요.`,permalink:`링크`,schema:`스키마`,licences:`라이선스`,searchKey:`Ctrl+K: 검색`,disclaimer:`활용 가능하다는 것이 준수를 뜻하지는 않습니다. 법률 자문이나 심사가 아니며, ISO와 KISA의 승인을 받은 것이 아닙니다.`,loading:`불러오는 중…`,serverAway:`서버가 응답하지 않습니다. 보이는 내용이 최신이 아닐 수 있으며, 계속 다시 시도합니다.`,dataMoved:e=>`데이터가 리비전 ${e}(으)로 바뀌었습니다. 지금 보이는 내용은 바뀌기 전의 것일 수 있습니다.`,showNewData:`바뀐 데이터로 보기`,refused:`서버가 이 질문에 답할 수 없습니다.`,unknownRef:`이 참조에 해당하는 항목이 없습니다.`,didYouMean:`혹시 다음을 찾으셨나요?`,tryAgain:`다시 시도`,needsKey:`이 서버를 이용하려면 인증이 필요합니다.`,wrongKey:`서버가 인정하지 않는 키입니다.`,key:`키 또는 토큰`,keyMeans:`질문할 때마다 함께 보내며, 페이지를 닫으면 지워집니다.`,openWithKey:`계속`,nothingFound:`찾은 것이 없습니다.`,noneShown:`조건에 맞는 요구사항이 없습니다.`,question:`질문`,held:`보유 항목`,heldPlaceholder:`표준이나 요구사항 추가`,target:`목표`,chooseTarget:`표준을 선택하세요`,conditions:e=>e?`조건 (${e})`:`조건`,asOf:`기준일`,assuranceAtLeast:`주장의 최소 보증 수준`,hops:`이어지는 주장 수`,any:`제한 없음`,direct:`직접적인 주장만`,atMost:e=>e===1?`직접적인 주장만`:`${e}개까지`,scope:`범위`,anyScope:`전체 범위`,heldUntil:(e,t)=>`${e} (${t}까지)`,remove:e=>`${e} 제거`,ownControls:(e,t)=>`${e}: 통제 ${t}개`,upload:`보유 통제 목록 올리기`,uploadMeans:`XLSX, CSV, YAML 파일. 질문할 때마다 함께 보낼 뿐 어디에도 저장하지 않으며 링크에도 담지 않습니다.`,fileTooLarge:e=>`파일이 ${e}kB보다 큽니다. 통제와 무관한 내용을 빼거나 명령줄에서 --controls로 질문하세요.`,noControls:`이 파일에서 읽을 수 있는 통제가 없습니다.`,readingNotes:(e,t,n)=>`통제 ${e}개를 읽음. 참고 ${t}건 중 확인할 것 ${n}건`,severity:{INFO:`해석`,WARNING:`확인`,ERROR:`제외`},startTitle:`이미 갖춘 통제 중 무엇이 새로운 표준을 충족하고, 그 근거는 무엇이며, 무엇이 남았을까요?`,startText:`위에서 보유 항목과 목표를 고르거나, 다음 예로 시작해 보세요.`,startExample:(e,t)=>`${e} → ${t}`,coverageOf:e=>`보유 항목으로 증명되는 「${e}」의 충족 현황`,asOfRevision:(e,t)=>`기준일 ${e}, 데이터 리비전 ${t}`,asOfDay:e=>`기준일 ${e}`,legend:`범례 및 필터`,outOf:e=>`/ ${e}개`,countOf:(e,t)=>`${t}개 중 ${e}개`,byHeading:`항목별 현황`,allLevels:`모든 단계`,heading:`항목`,total:`전체`,eachRequirement:`요구사항별`,requirements:`요구사항`,showAll:`전체 보기`,number:`번호`,requirement:`요구사항`,verdict:`판정`,disposition:`조치`,blockedBy:e=>`걸림돌: ${e}`,lapsed:(e,t)=>`${e}: 보유 기한이 ${t}에 끝나 기준일에는 인정되지 않습니다.`,doubts:e=>`의문: 보유한 것으로 보았으나 유효한 통제가 없는 항목 (${e})`,todoOf:e=>`「${e}」에 필요한 남은 과제를 작업 순서로 보여 줍니다.`,whatRemains:`남은 과제`,blockers:`걸림돌`,reused:`활용하는 보유 항목`,evidence:`담당자와 증적`,audit:`심사`,mayBeOmitted:`조건부 생략 신청 가능`,download:`내려받기`,document:`문서`,format:`형식`,documentLanguage:`문서 언어`,deliverable:{WORKBOOK:`갭 분석 워크북`,SOA:`적용성 보고서(부속서 A)`,OPERATION_STATEMENT:`운영명세서(ISMS, ISMS-P)`,TRANSITION:`전환 계획(구판 보유 시)`,AUDIT_TIME:`심사 시간 산정표`,SUMMARY:`경영진 요약`},formats:{XLSX:`엑셀(XLSX)`,CSV:`CSV`,MD:`Markdown`,HTML:`HTML`},languages:{EN:`영어`,KO:`한국어`,BOTH:`영어와 한국어`},explainTitle:`요구사항의 판정은 어떤 근거로 나왔을까요?`,explainChoose:`위에서 요구사항을 고르세요.`,explainHold:`보유 항목을 입력하고 요구사항을 고르세요.`,explainExample:`예: ISO/IEC 27001:2022 보유 시 ISMS-P 「비밀번호 관리」`,requirementAsked:`요구사항`,findRequirement:`번호 또는 낱말(예: 2.5.4)`,seeNeighbourhood:`연관된 요구사항 보기`,conflict:`모순`,conflictMeans:`반대되는 주장도 있습니다. 이 판정을 활용하기 전에 확인하세요:`,disagreement:`출처 간 이견`,disagreementMeans:`가장 신뢰도가 높은 주장으로 판정했습니다. 정책에서 출처를 제외할 수 있습니다.`,withThem:`갖추어지면:`,pointByPoint:`세부 의무별 판정`,beyond:e=>`${e} 외에:`,nothingRemains:`남은 것이 없습니다.`,noPoints:`이 요구사항의 세부 의무는 아직 정리되지 않았습니다.`,nothingFollows:`아무것도 증명되지 않는 이유`,nobodyLooked:`보유 항목과 이 요구사항을 아직 아무도 비교하지 않았습니다. 결함을 뜻하지 않으므로 먼저 분석해야 합니다.`,touchedOnly:`관련된 주장은 있으나, 집합 논리로는 어느 의무의 충족도 증명되지 않습니다.`,proof:`증명`,proofDrawing:`증명 그래프: 위에는 보유 항목, 아래에는 그로부터 도출되는 것`,proofAssurance:e=>`가장 약한 주장의 보증 수준: ${e}`,part:`부분과 전체`,notProved:`증명된 것이 없음`,heldBy:e=>`${e}(으)로 보유`,heldShort:`보유`,missing:`다음 출발 요구사항은 증명된 것이 없습니다.`,strength:`강도`,outOfTen:e=>`${e}(최대 10)`,basisWord:`비교 기준`,assuranceWord:`보증 수준`,source:`출처`,editions:`판`,claim:`주장`,omission:`심사 생략 신청 가능 항목`,omissionMeans:`심사를 생략한다고 해서 인증기준을 충족한 것은 아니며, 판정에는 영향이 없습니다. 다음 조건을 모두 갖추어야 합니다.`,searchLabel:`요구사항 검색`,searchPlaceholder:`번호, 한국어, 영어: 2.5.4, A.5.17, 접근권한, access review`,searchTitle:`번호나 낱말로 요구사항을 찾습니다`,searchText:`예:`,hits:`검색 결과`,hitCount:(e,t)=>t?`‘${t}’ 검색 결과 ${e}건`:`요구사항 ${e}건`,meant:(e,t)=>`‘${e}’(으)로 검색했습니다(${t}).`,narrow:`결과 좁히기`,moreValues:e=>`${e}개 더 보기`,heirs:`신판에서는:`,counterparts:`주장으로 이어진 요구사항`,moreHits:e=>`${e}건까지 보기`,standard:`표준`,byId:`번호 일치`,addToHeld:`보유 항목에 추가`,from:`출발 표준`,to:`도착 표준`,switchDirection:`방향 바꾸기`,asTable:`표로 보기`,onlyUnmapped:`대응 없는 항목만`,noCrosswalk:`두 표준을 직접 이은 주장이 없습니다.`,noCrosswalkMeans:`다른 표준을 거쳐 도출되는 결과는 충족 현황에서 볼 수 있습니다.`,crosswalkOf:(e,t,n)=>`「${t}」 ↔ 「${n}」: 주장 ${e}개`,unmappedCounts:(e,t,n,r,i,a)=>`대응 없음: ${n} ${t}개 중 ${e}개, ${a} ${i}개 중 ${r}개`,sourceTree:e=>`출발: ${e}`,targetTree:e=>`도착: ${e}`,treeLegend:`= 같음 · ⊂ 포함됨 · ⊃ 포함함 · ∩ 일부 겹침 · ∅ 검토 결과 무관. 요구사항을 가리키면 관련 주장이 보이고, 선택하면 고정됩니다. 점선은 여러 요구사항을 묶은 주장입니다.`,markUnrelated:`∅ 무관`,markUnclaimed:`주장 없음`,claims:`주장`,claimsOf:e=>`${e}의 주장`,inNoClaim:`이 항목을 다른 항목과 잇는 주장이 없습니다.`,selectHint:`어느 쪽에서든 요구사항을 선택하면 관련 주장을 읽을 수 있습니다.`,allOf:e=>`${e} 전체`,relationWord:`관계`,whyWord:`이유`,matrixTitle:`표준 간 충족 정도`,matrixMeans:`행은 보유 표준, 열은 대상 표준입니다. 각 개수는 보유 표준 전체를 충족할 때 대상 표준의 평가 대상 요구사항이 받는 판정을 센 것으로, 방향에 따라 다릅니다.`,standardsShown:(e,t)=>`표시할 표준: ${t}개 중 ${e}개`,twoStandards:`표준을 둘 이상 고르세요.`,heldByTarget:`보유 \\ 대상`,pair:(e,t)=>`${e} 보유 시 ${t}:`,nextTitle:`다음으로 가까운 표준`,nextOrder:`증명된 것이 없는 요구사항(POSSIBLE, NONE, UNKNOWN)이 적은 순서이며, 같으면 PARTIAL이 적은 순서입니다.`,nextHold:`보유 항목을 입력하면 가장 가까운 표준을 보여 줍니다.`,verdictsOf:`판정`,editionsTitle:`새 판에서 바뀌는 것`,edition:`판`,changeWord:`변경`,flowDrawing:`구판의 항목에서 신판의 항목으로 이어지는 흐름. 띠의 너비는 이어지는 구판·신판 요구사항 쌍의 수`,changeList:e=>`변경 목록 (${e}건)`,neighbourhoodTitle:`요구사항과 연관된 것을 봅니다. 위에서 고르거나 다음 예로 시작해 보세요.`,neighbourhoodDrawing:`요구사항을 둘러싼 주장 그래프`,laws:`근거 법령`,claimsAndApart:(e,t)=>`${e}개, 무관하다는 주장 ${t}개`,here:`이 요구사항`,there:`상대 요구사항`,scheme:`제도`,noSchemes:`제도에 관한 정보가 없습니다.`,statement:`내용`,certaintyWord:`확실성`,validity:`적용 기간`,since:e=>`${e}부터`,until:e=>`${e}까지`,obligedTitle:`인증 의무 대상인가요?`,obligedMeans:`아는 것만 입력하세요. 나머지에 달린 것은 판단하지 않습니다. 법률 자문이 아니며, 입력한 내용은 링크에 포함됩니다.`,notKnown:`모름`,yes:`예`,no:`아니요`,tell:`더 필요한 정보`,verdictMeans:{FULL:`모든 의무를 보유한 것으로 충족한다`,PARTIAL:`하나 이상의 의무는 충족하나 전부가 증명되지는 않는다`,POSSIBLE:`관련된 주장은 있으나 충족이 증명되지 않는다`,NONE:`검토 결과 보유한 것과 관련이 없다`,UNKNOWN:`아직 아무도 검토하지 않았다. 결함을 뜻하지 않는다`},dispositionMeans:{REUSE:`보유한 것을 그대로 제시한다`,EXTEND:`남은 부분을 보완한다`,EXTEND_SCOPE:`절차는 있으므로 적용 대상을 새 분야로 넓힌다`,REVIEW:`양쪽을 대조하여 판단한다`,NEW:`새로 수립한다`,ANALYSE:`먼저 분석한다`},relation:{EQUAL_TO:`같은 것을 요구`,SUBSET_OF:`포함됨`,SUPERSET_OF:`포함함`,INTERSECTS_WITH:`일부 겹침`,NO_RELATIONSHIP:`무관`},whyNothing:{EQUAL_TO:`서로 같은 것을 요구하지만, 출발 요구사항에서 확실히 충족된 의무가 없습니다.`,SUBSET_OF:`출발 요구사항이 이 요구사항에 포함되지만, 출발 요구사항에서 확실히 충족된 의무가 없습니다.`,SUPERSET_OF:`출발 요구사항이 이 요구사항을 포함하지만 일부만 충족되었습니다. 충족된 부분이 이 요구사항 밖에 있을 수 있습니다.`,INTERSECTS_WITH:`출발 요구사항이 이 요구사항과 일부 겹치지만 일부만 충족되었습니다. 충족된 부분이 겹치는 부분 밖에 있을 수 있습니다.`,NO_RELATIONSHIP:`공통된 의무가 없습니다.`},rule:{R1:`보유`,R2:`부분과 전체`,R3:`출발 요구사항이 모두 FULL이고 이 요구사항과 같거나 이를 포함`,R4:`출발 요구사항이 모두 FULL이고 이 요구사항에 포함되거나 일부 겹침`,R5:`출발 요구사항 하나가 충족되고 이 요구사항에 포함됨`,R6:`관련된 주장만 있음`,R7:`검토 결과 보유 항목과 무관`},foundBy:{TEXT:`낱말`,ID:`번호`,GLOSSARY:`용어집`,SPELLING:`철자`,SPACING:`띄어쓰기`,LAYOUT:`자판 배열`,INITIALS:`초성`,LAW:`법령`,EDITION:`신판`,COUNTERPART:`주장으로 이어짐`},completion:{TERM:`용어`,TITLE:`제목`,REQUIREMENT:`번호`,STANDARD:`표준`},assurance:{DRAFT:`초안`,REVIEWED:`검토됨`,PUBLISHED:`공표됨`,OFFICIAL:`공식`},basis:{SYNTACTIC:`문구`,SEMANTIC:`의미`,FUNCTIONAL:`이행 결과`},blockerReason:{PLANNED:`계획됨`,PARTIAL:`일부만 이행`,OUT_OF_SCOPE:`범위 밖`},certainty:{VERIFIED:`확인됨`,SINGLE_SOURCE:`단일 출처`,DERIVED:`다른 자료에서 추론`,UNVERIFIED:`미확인`},change:{KEPT:`유지`,RENAMED:`개칭`,MERGED:`통합`,SPLIT:`분할`,EXTENDED:`확장`,NEW:`신설`,WITHDRAWN:`폐지`},factKind:{LAW:`법령`,COUNT:`개수`,ESTIMATE:`추정`,COMPARISON:`비교`,EDITION:`판`},kind:{GROUP:`제목`,CLAUSE:`조항`,CONTROL:`통제`,CRITERION:`인증기준`,CHECK_ITEM:`점검항목`,ARTICLE:`법 조문`,POINT:`세부 의무`},answer:{YES:`해당`,NO:`비해당`,NOT_DECIDED:`판단 불가`}};function Ke(e,t,n){let r=new Intl.NumberFormat(t),i=new Intl.DateTimeFormat(t,{dateStyle:`long`,timeZone:`UTC`}),a=new Intl.ListFormat(t,{type:`conjunction`});return{code:e,language:e===`ko`?`KO`:`EN`,w:n,n:e=>r.format(e),day:e=>i.format(new Date(`${e}T00:00:00Z`)),list:e=>a.format(e)}}var qe={en:Ke(`en`,`en-GB`,We),ko:Ke(`ko`,`ko-KR`,Ge)};function Je(){return navigator.languages.find(e=>/^(en|ko)\b/i.test(e))?.slice(0,2).toLowerCase()===`ko`?`ko`:`en`}function z(){return qe[R().get(`lang`)===`ko`?`ko`:`en`]}var Ye=`clausegraph-theme`,Xe=matchMedia(`(prefers-color-scheme: dark)`);function Ze(){try{let e=localStorage.getItem(Ye);return e===`light`||e===`dark`?e:null}catch{return null}}var Qe=()=>Ze()??(Xe.matches?`dark`:`light`),$e=I(Qe());function et(){$e.set(Qe()),document.documentElement.dataset.theme=$e.get()}function tt(e){try{localStorage.setItem(Ye,e)}catch{}$e.set(e),document.documentElement.dataset.theme=e}Xe.addEventListener(`change`,et),et();var B=I(null);function nt(e){return/^\d{4}-\d\d-\d\d$/.test(e)&&!Number.isNaN(Date.parse(e))}var rt=[`DRAFT`,`REVIEWED`,`PUBLISHED`,`OFFICIAL`];function V(){let e=R(),t=L(B),n=e.list(`held`),r=nt(e.get(`asof`))?e.get(`asof`):``,i=rt.includes(e.get(`assurance`))?e.get(`assurance`):``,a=/^([1-9]|1[0-6])$/.test(e.get(`hops`))?e.get(`hops`):``,o=t?e.get(`scope`):``,s=i||a?{minAssurance:i||null,maxHops:a?Number(a):null}:null;return{held:n,target:e.get(`target`),holds:n.length>0||t!==null,asOf:r,assurance:i,hops:a,scope:o,variables:{held:n,controls:t?.controls??null,scope:o||null,asOf:r||null,policy:s}}}var H=class extends String{__apiType;value;__meta__;constructor(e,t){super(e),this.value=e,this.__meta__=t}toString(){return this.value}};new H(`
    fragment End on Requirement {
  ref
  number
  kind
  name(language: $language)
  standard {
    ref
  }
  parent {
    ref
    number
    name(language: $language)
  }
}
    `,{fragmentName:`End`});var it=new H(`
    query Download($kind: DeliverableKind!, $format: DeliverableFormat!, $documentLanguage: DeliverableLanguage!, $held: [String!]!, $controls: [ControlInput!], $scope: String, $target: String!, $organization: String, $asOf: Date, $policy: PolicyInput) {
  deliverable(
    kind: $kind
    format: $format
    language: $documentLanguage
    held: $held
    controls: $controls
    scope: $scope
    target: $target
    organization: $organization
    asOf: $asOf
    policy: $policy
  ) {
    fileName
    mediaType
    content
  }
}
    `),at=new H(`
    query Standards($language: Language!) {
  revision {
    hash
    time
  }
  standards {
    ref
    title(language: $language)
    edition
    publisher
    status
    notice(language: $language)
    supersedes
    unofficial
    profileOf {
      ref
    }
  }
}
    `),ot=new H(`
    query Tree($ref: String!, $language: Language!, $after: String) {
  revision {
    hash
  }
  standard(ref: $ref) {
    ref
    title(language: $language)
    requirements(first: 500, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          ref
          number
          name(language: $language)
          kind
          assessable
          parent {
            ref
          }
        }
      }
    }
  }
}
    `),st=new H(`
    query Find($query: String!, $language: Language!) {
  revision {
    hash
  }
  search(query: $query, first: 8) {
    edges {
      node {
        ref
        number
        name(language: $language)
        kind
        standard {
          ref
        }
      }
    }
  }
}
    `),ct=new H(`
    query ReadInventory($fileName: String!, $content: Base64!) {
  revision {
    hash
  }
  inventory(fileName: $fileName, content: $content) {
    organization
    scopes
    controls {
      id
      title
      owner
      status
      reason
      scope
      satisfies
      contributes
      documents
      evidence
      reviewedOn
    }
    notes {
      severity
      place
      message
    }
  }
}
    `),lt=new H(`
    query Coverage($held: [String!]!, $controls: [ControlInput!], $scope: String, $target: String!, $asOf: Date, $policy: PolicyInput, $language: Language!, $after: String) {
  revision {
    hash
  }
  gapAnalysis(
    held: $held
    controls: $controls
    scope: $scope
    target: $target
    asOf: $asOf
    policy: $policy
  ) {
    asOf
    held
    lapsed {
      ref
      until
    }
    doubts {
      requirement {
        ref
        name(language: $language)
      }
      controls {
        id
        title
      }
    }
    summary {
      full
      partial
      possible
      none
      unknown
      total
      byGroup {
        group {
          ref
          number
          name(language: $language)
          parent {
            ref
          }
        }
        summary {
          full
          partial
          possible
          none
          unknown
          total
        }
      }
    }
    items(first: 500, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          verdict
          disposition
          requirement {
            ref
            number
            name(language: $language)
            parent {
              ref
            }
          }
          blockers {
            control {
              id
            }
          }
          conflict {
            standard {
              ref
            }
          }
          disagreements {
            claims {
              ref
            }
          }
        }
      }
    }
  }
}
    `),ut=new H(`
    query Crosswalk($from: String!, $to: String!, $language: Language!, $after: String) {
  revision {
    hash
  }
  mappings(from: $from, to: $to, first: 250, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      reversed
      relation
      node {
        ref
        strength
        basis
        assurance
        each
        why(language: $language)
        remainder {
          from(language: $language)
          to(language: $language)
        }
        sources {
          ref
          number
          parent {
            ref
          }
          kind
        }
        targets {
          ref
          number
          parent {
            ref
          }
          kind
        }
        source {
          title
        }
        review {
          state
          by
          on
        }
      }
    }
  }
}
    `),dt=new H(`
    query Explain($held: [String!]!, $controls: [ControlInput!], $scope: String, $requirement: String!, $asOf: Date, $policy: PolicyInput, $language: Language!) {
  revision {
    hash
  }
  explain(
    held: $held
    controls: $controls
    scope: $scope
    requirement: $requirement
    asOf: $asOf
    policy: $policy
  ) {
    asOf
    lapsed {
      ref
      until
    }
    verdict
    disposition
    requirement {
      ref
      number
      name(language: $language)
      gist(language: $language)
      laws
      standard {
        ref
        title(language: $language)
        edition
      }
      parent {
        ref
        number
        name(language: $language)
      }
    }
    sentences(language: $language)
    remainder {
      text(language: $language)
      beyond {
        ref
      }
      point {
        ref
        number
      }
      mapping {
        ref
      }
    }
    points {
      verdict
      requirement {
        ref
        number
        gist(language: $language)
      }
    }
    omission {
      source
      conditions(language: $language)
      certainty
    }
    blockers {
      why
      verdict
      control {
        id
        title
      }
    }
    conflict {
      standard {
        ref
        title(language: $language)
      }
      mappings {
        ref
      }
      crosswalk {
        name
      }
    }
    disagreements {
      claims {
        ref
        relation
        why(language: $language)
        sources {
          ref
        }
        targets {
          ref
        }
        sourceStandard {
          ref
        }
        targetStandard {
          ref
        }
        source {
          title
        }
      }
    }
    doubts {
      requirement {
        ref
        name(language: $language)
      }
      controls {
        id
        title
      }
    }
    proof {
      assurance
      steps {
        rule
        verdict
        held
        reversed
        controls {
          id
          title
        }
        requirement {
          ref
          number
          name(language: $language)
          kind
          standard {
            ref
            edition
          }
          parent {
            ref
          }
        }
        missing {
          ref
          number
          name(language: $language)
        }
        premises {
          verdict
          requirement {
            ref
          }
        }
        mapping {
          ref
          relation
          strength
          basis
          assurance
          each
          why(language: $language)
          sources {
            ref
          }
          targets {
            ref
          }
          sourceStandard {
            ref
            title(language: $language)
            edition
          }
          targetStandard {
            ref
            title(language: $language)
            edition
          }
          crosswalk {
            name
            author
          }
          source {
            title
            url
            licence
          }
          review {
            state
            by
            on
          }
        }
      }
    }
  }
}
    `),ft=new H(`
    query Facts($asOf: Date, $language: Language!) {
  revision {
    hash
  }
  schemes {
    ref
    title(language: $language)
    authority(language: $language)
    standards {
      ref
    }
    questions {
      name
      kind
      title(language: $language)
    }
  }
  facts(asOf: $asOf) {
    key
    kind
    claim(language: $language)
    about
    valid {
      from
      to
    }
    source
    certainty
    scheme {
      ref
    }
  }
}
    `),pt=new H(`
    query Obligations($scheme: String!, $inputs: [KeyValueInput!]!, $asOf: Date, $language: Language!) {
  revision {
    hash
  }
  obligations(scheme: $scheme, inputs: $inputs, asOf: $asOf) {
    key
    answer
    source
    certainty
    who(language: $language)
    what(language: $language)
    due(language: $language)
    missing {
      name
      title(language: $language)
    }
    valid {
      from
      to
    }
  }
}
    `),mt=new H(`
    query Neighbourhood($ref: String!, $language: Language!, $after: String) {
  revision {
    hash
  }
  requirement(ref: $ref) {
    ref
    number
    kind
    name(language: $language)
    gist(language: $language)
    laws
    standard {
      ref
      title(language: $language)
    }
    parent {
      ref
      number
      name(language: $language)
      kind
    }
    children {
      ref
      number
      name(language: $language)
    }
    points {
      ref
      number
      gist(language: $language)
    }
    mappings(first: 200, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        reversed
        relation
        node {
          ref
          strength
          assurance
          why(language: $language)
          sources {
            ...End
          }
          targets {
            ...End
          }
          sourceStandard {
            ref
          }
          targetStandard {
            ref
          }
          source {
            title
          }
          review {
            state
            by
            on
          }
        }
      }
    }
  }
}
    fragment End on Requirement {
  ref
  number
  kind
  name(language: $language)
  standard {
    ref
  }
  parent {
    ref
    number
    name(language: $language)
  }
}`),ht=new H(`
    query Overlap($standards: [String!]!, $asOf: Date, $policy: PolicyInput, $language: Language!) {
  revision {
    hash
  }
  overlap(standards: $standards, asOf: $asOf, policy: $policy) {
    notices(language: $language)
    pairs {
      held {
        ref
      }
      target {
        ref
      }
      summary {
        full
        partial
        possible
        none
        unknown
        total
      }
    }
  }
}
    `),gt=new H(`
    query NextStandards($held: [String!]!, $controls: [ControlInput!], $scope: String, $asOf: Date, $policy: PolicyInput, $language: Language!) {
  revision {
    hash
  }
  nextStandards(
    held: $held
    controls: $controls
    scope: $scope
    asOf: $asOf
    policy: $policy
  ) {
    standard {
      ref
      title(language: $language)
      status
    }
    summary {
      full
      partial
      possible
      none
      unknown
      total
    }
  }
}
    `),_t=new H(`
    query EditionChanges($from: String!, $to: String!, $controls: [ControlInput!], $language: Language!, $after: String) {
  revision {
    hash
  }
  editionChanges(from: $from, to: $to, controls: $controls) {
    counts {
      kind
      count
    }
    changes(first: 500, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          kind
          verdict
          from {
            ref
            number
            name(language: $language)
          }
          to {
            ref
            number
            name(language: $language)
          }
          remainder {
            text(language: $language)
            point {
              number
            }
            mapping {
              ref
            }
          }
          controls {
            id
            title
          }
        }
      }
    }
  }
}
    `),vt=new H(`
    query Search($query: String!, $standards: [String!], $kinds: [RequirementKind!], $disciplines: [Discipline!], $domains: [String!], $attributes: [String!], $language: Language!, $first: Int!) {
  revision {
    hash
  }
  search(
    query: $query
    standards: $standards
    kinds: $kinds
    disciplines: $disciplines
    domains: $domains
    attributes: $attributes
    first: $first
  ) {
    totalCount
    suggestion {
      text
      via
    }
    facets {
      name
      label(language: $language)
      values {
        value
        label(language: $language)
        count
        selected
      }
    }
    edges {
      byId
      node {
        ref
        number
        name(language: $language)
        kind
        assessable
        standard {
          ref
          title(language: $language)
        }
      }
      highlights {
        field
        language
        of {
          number
        }
        pieces {
          text
          match
        }
      }
      matches {
        query
        term
        via
      }
      heirs {
        ref
        number
        name(language: $language)
      }
      counterparts {
        standard {
          ref
        }
        counterparts {
          relation
          requirement {
            ref
            number
            name(language: $language)
          }
        }
      }
    }
  }
}
    `),yt=new H(`
    query Suggestions($query: String!) {
  revision {
    hash
  }
  suggestions(query: $query, first: 8) {
    text
    kind
    requirement {
      ref
    }
    standard {
      ref
    }
  }
}
    `),bt=new H(`
    query Todo($held: [String!]!, $controls: [ControlInput!], $scope: String, $target: String!, $asOf: Date, $policy: PolicyInput, $language: Language!, $after: String) {
  revision {
    hash
  }
  gapAnalysis(
    held: $held
    controls: $controls
    scope: $scope
    target: $target
    asOf: $asOf
    policy: $policy
  ) {
    asOf
    lapsed {
      ref
      until
    }
    items(first: 200, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          verdict
          disposition
          requirement {
            ref
            number
            name(language: $language)
          }
          remainder {
            text(language: $language)
            point {
              ref
              number
            }
            mapping {
              ref
            }
          }
          blockers {
            why
            verdict
            control {
              id
              title
            }
          }
          omission {
            source
            conditions(language: $language)
          }
          proof {
            steps {
              rule
              requirement {
                ref
              }
              controls {
                id
                owner
                evidence
              }
            }
          }
          points {
            verdict
            proof {
              steps {
                rule
                requirement {
                  ref
                }
                controls {
                  id
                  owner
                  evidence
                }
              }
            }
          }
        }
      }
    }
  }
}
    `),U=I(``),xt=class extends Error{code;waiting;nearest;constructor(e,t,n,r=[]){super(e),this.code=t,this.waiting=n,this.nearest=r}},St=new Set([`TIMEOUT`,`OVERLOADED`,`NOT_READY`,`RATE_LIMITED`]);async function Ct(e,t,n){let r=0,i;try{let a=await fetch(`graphql`,{method:`POST`,headers:{"Content-Type":`application/json`,Accept:`application/graphql-response+json`,...U.get()&&{Authorization:`Bearer ${U.get()}`}},body:JSON.stringify({query:e.toString(),variables:t}),...n&&{signal:n}});r=a.status,i=await a.json()}catch(e){throw n?.aborted?e:new xt(r?`status ${r}`:``,`UNREACHABLE`,!0)}let a=i.errors?.[0];if(a){let e=a.extensions?.code??``;throw new xt(a.message,e,St.has(e),a.extensions?.nearest)}if(!i.data)throw new xt(`status ${r}`,``,r>=500);return i.data}var wt=I(``),Tt=I(null),Et=5e3,Dt=null,Ot=!1;function kt(){if(Dt?.abort(),Dt=null,!Ot||document.hidden)return;let e=new AbortController;Dt=e,At(e.signal).catch(()=>{}).then(()=>setTimeout(()=>Dt===e&&kt(),Et))}async function At(e){let t=await fetch(`revisions`,{headers:{Accept:`text/event-stream`,...U.get()&&{Authorization:`Bearer ${U.get()}`}},signal:e});if(!t.ok||!t.body)return;let n=t.body.pipeThrough(new TextDecoderStream).getReader();for(let e=``;;){let{done:t,value:r}=await n.read();if(t)return;let i=(e+r).split(`

`);e=i.pop()??``;for(let e of i){let t=/^data: (.*)$/m.exec(e)?.[1];t&&Tt.set(JSON.parse(t))}}}wt.subscribe(()=>{Ot||(Ot=!0,kt())}),U.subscribe(kt),document.addEventListener(`visibilitychange`,kt);var jt=I(!0),W=new Map,Mt=60,Nt=I(0),Pt=``;function Ft(){W.clear(),wt.set(``),Nt.set(Nt.get()+1)}function It(e,t){let n=t.revision?.hash;n&&n!==Pt&&(W.clear(),Pt=n),n&&!wt.get()&&wt.set(n),W.set(e,t),W.size>Mt&&W.delete(W.keys().next().value)}async function Lt(e,t,n,r){let i=await Ct(e,t,r);if(!n)return i;let a=n(i);for(let{pageInfo:i}=a;i.hasNextPage;){let o=n(await Ct(e,{...t,after:i.endCursor},r));a.edges.push(...o.edges),i=o.pageInfo}return i}var Rt=1500;function G(e,t,n){let r=L(U),i=L(Nt),a=t&&e.toString()+JSON.stringify(t),[,o]=P(0),s=De({key:null}),[c,l]=P(0);if(F(()=>{if(!a||!t)return;let r=W.get(a);if(r){s.current={key:a,data:r,of:a},o(e=>e+1);return}s.current.of===a&&(s.current={...s.current,of:``},o(e=>e+1));let i=new AbortController,c=0;return Lt(e,t,n,i.signal).then(e=>{i.signal.aborted||(It(a,e),s.current={key:a,data:e,of:a},jt.set(!0),o(e=>e+1))},e=>{if(i.signal.aborted)return;let t=e instanceof xt?e:new xt(String(e),``,!1);s.current={...s.current,key:a,failure:t},t.waiting?(jt.set(!1),c=window.setTimeout(()=>l(e=>e+1),Rt)):jt.set(!0),o(e=>e+1)}),()=>{i.abort(),window.clearTimeout(c)}},[a,c,r,i]),!a)return{data:void 0,failure:void 0,loading:!1,stale:!1,again:()=>{}};let{data:u,failure:d,of:f,key:p}=s.current,m=f===a?u:W.get(a),h=p===a?d:void 0;return{data:m??(h&&!h.waiting?void 0:u),failure:m?void 0:h,loading:!m&&!h,stale:!m,again:()=>l(e=>e+1)}}function zt(){let{language:e}=z(),{data:t}=G(at,{language:e}),n=e=>e.status===`CURRENT`?0:1;return[...t?.standards??[]].sort((e,t)=>n(e)-n(t))}function K(){let e=zt();return t=>e.find(e=>e.ref===t)?.title??t}function Bt(e,t=120){let[n,r]=P(e);return F(()=>{let n=setTimeout(()=>r(e),t);return()=>clearTimeout(n)},[e,t]),n}function Vt(e){let{language:t}=z(),n=Bt(e.trim()),{data:r}=G(st,n.length>1?{query:n,language:t}:null);return(r?.search.edges??[]).map(({node:e})=>({value:e.ref,label:e.name,note:e.ref}))}function Ht(e){return/^ISO(\/IEC)? \d+(-\d+)?:\d{4}/.exec(e)?.[0]??e}var Ut=0;Array.isArray;function q(e,n,r,i,a,o){n||={};var s,c,l=n;if(`ref`in l)for(c in l={},n)c==`ref`?s=n[c]:l[c]=n[c];var u={type:e,props:l,key:r,ref:s,__k:null,__:null,__b:0,__e:null,__c:null,constructor:void 0,__v:--Ut,__i:-1,__u:0,__source:a,__self:o};if(typeof e==`function`&&(s=e.defaultProps))for(c in s)l[c]===void 0&&(l[c]=s[c]);return t.vnode&&t.vnode(u),u}function Wt(){let{w:e}=z(),t=L(B),[n,r]=P(``);return q(`span`,{class:`permalink`,children:[q(`button`,{type:`button`,onClick:async()=>{try{await navigator.clipboard.writeText(location.href),r(t?e.copiedWithoutInventory:e.copied)}catch{r(e.notCopied)}setTimeout(()=>r(``),4e3)},children:e.copyLink}),q(`span`,{class:`said`,role:`status`,children:n})]})}function J({asOf:e,withTarget:t=!0}){let{w:n,day:r}=z(),{held:i,target:a,scope:o,assurance:s,hops:c}=V(),l=L(B),u=K(),d=e=>u(e)===e?e:`${u(e)} (${e})`,f=[s&&`${n.assuranceAtLeast}: ${n.assurance[s]}`,c&&`${n.hops}: ${n.atMost(Number(c))}`,o&&`${n.scope}: ${o}`].filter(Boolean);return q(`dl`,{class:`print-head only-print`,children:[(i.length>0||l)&&q(S,{children:[q(`dt`,{children:n.held}),q(`dd`,{children:[...i.map(d),...l?[n.ownControls(l.fileName,l.controls.length)]:[]].join(`; `)})]}),t&&a&&q(S,{children:[q(`dt`,{children:n.target}),q(`dd`,{children:d(a)})]}),e&&q(S,{children:[q(`dt`,{children:n.asOf}),q(`dd`,{children:r(e)})]}),f.length>0&&q(S,{children:[q(`dt`,{children:n.conditions(0)}),q(`dd`,{children:f.join(`; `)})]}),q(`dt`,{children:n.permalink}),q(`dd`,{class:`address`,children:location.href})]})}function Y({answer:e,children:t}){let{w:n}=z(),{data:r,failure:i}=e;return i?.code===`UNAUTHENTICATED`?q(Gt,{}):i&&!i.waiting?q(`div`,{class:`state`,role:`alert`,children:[q(`p`,{class:`state-title`,children:i.code===`UNKNOWN_REF`?n.unknownRef:n.refused}),q(`p`,{lang:`en`,children:i.message}),i.nearest.length>0&&q(`p`,{children:[n.didYouMean,` `,i.nearest.map((e,t)=>[t>0&&`, `,q(`code`,{children:e},e)])]}),q(`button`,{type:`button`,onClick:e.again,children:n.tryAgain})]}):r?q(`div`,{class:`shown`,"aria-busy":e.stale,children:t(r)}):q(`div`,{class:`state waiting`,role:`status`,children:[q(`span`,{class:`quiet`,children:n.loading}),q(`div`,{class:`bones`,"aria-hidden":`true`,children:[0,1,2,3,4,5].map(e=>q(`i`,{},e))})]})}function Gt(){let{w:e}=z(),[t,n]=P(``);return q(`form`,{class:`state`,onSubmit:e=>{e.preventDefault(),U.set(t.trim())},children:[q(`p`,{class:`state-title`,role:`alert`,children:U.get()?e.wrongKey:e.needsKey}),q(`label`,{class:`field`,children:[q(`span`,{children:e.key}),q(`input`,{type:`password`,autocomplete:`off`,value:t,onInput:e=>n(e.currentTarget.value)})]}),q(`p`,{class:`quiet`,children:e.keyMeans}),q(`button`,{type:`submit`,children:e.openWithKey})]})}function Kt({title:e,children:t}){return q(`div`,{class:`state`,children:[q(`p`,{class:`state-title`,children:e}),t]})}function qt(){let{w:e,n:t}=z(),n=L(jt),r=L(Tt),i=L(wt)!==``&&r!==null&&r.hash!==wt.get();return q(`div`,{class:`connection`,role:`status`,children:[!n&&q(`p`,{children:e.serverAway}),n&&i&&q(`p`,{children:[e.dataMoved(t(r.number)),` `,q(`button`,{type:`button`,onClick:Ft,children:e.showNewData})]})]})}function Jt({of:e}){let{w:t,day:n}=z(),r=K();return q(S,{children:e.map(({ref:e,until:i})=>q(`p`,{class:`note warn`,role:`note`,children:t.lapsed(Ht(r(e)),n(i))},e+i))})}function Yt({of:e}){let t=e.map(e=>e.split(`/`)[0]);return q(Xt,{texts:zt().flatMap(e=>e.notice&&t.includes(e.ref)?[e.notice]:[])})}function Xt({texts:e}){return q(S,{children:e.map(e=>q(`p`,{class:`note`,role:`note`,children:e},e))})}function Zt({label:e,hideLabel:t,text:n,placeholder:r,choices:i,nothing:a,onText:o,onPick:s,onEnter:c,type:l=`text`,autoFocus:u}){let d=ke(),[f,p]=P(!1),[m,h]=P(-1),g=f&&i.length>0,_=g&&m>=0?Math.min(m,i.length-1):-1,v=e=>{p(!1),h(-1),s(e)};return q(`div`,{class:`combobox`,children:[q(`label`,{for:d,class:t?`hidden`:void 0,children:e}),q(`input`,{id:d,type:l,role:`combobox`,autocomplete:`off`,spellcheck:!1,autofocus:u,"aria-autocomplete":`list`,"aria-expanded":g,"aria-controls":`${d}-list`,"aria-activedescendant":_>=0?`${d}-${_}`:void 0,placeholder:r,value:n,onInput:e=>{o(e.currentTarget.value),p(!0),h(-1)},onKeyDown:e=>{if(e.isComposing)return;let t={ArrowDown:1,ArrowUp:-1}[e.key];if(t){e.preventDefault(),p(!0);let n=(f?_:-1)+t;h(n<-1?i.length-1:n>=i.length?-1:n)}else if(e.key===`Enter`){let t=i[_];t?(e.preventDefault(),v(t)):(p(!1),c?.())}else e.key===`Escape`&&f&&(e.preventDefault(),p(!1),h(-1))},onFocus:()=>p(i.length>0&&n===``&&l===`text`),onClick:()=>p(!0),onBlur:()=>p(!1)}),q(`ul`,{id:`${d}-list`,role:`listbox`,"aria-label":e,hidden:!g,children:i.map((e,t)=>q(`li`,{id:`${d}-${t}`,role:`option`,"aria-selected":t===_,onMouseDown:t=>{t.preventDefault(),v(e)},children:[q(`span`,{class:`choice-label`,children:e.label}),q(`span`,{class:`choice-note`,children:e.note})]},e.value))}),f&&n!==``&&i.length===0&&a&&q(`p`,{class:`nothing`,role:`status`,children:a})]})}var Qt=185e3;function $t(){let{w:e,n:t}=z(),n=De(null),r=L(B),[i,a]=P(null),[o,s]=P(``),[c,l]=P(!1),u=async n=>{if(a(null),s(``),n.size>Qt)s(e.fileTooLarge(t(Math.floor(Qt/1e3))));else{l(!0);try{let{inventory:e}=await Ct(ct,{fileName:n.name,content:await tn(n)});a(e),e.controls.length>0&&B.set({fileName:n.name,organization:e.organization,scopes:e.scopes,controls:e.controls})}catch(t){s(t instanceof xt&&t.message?t.message:e.serverAway)}finally{l(!1)}}};return q(`div`,{class:`upload`,children:[q(`input`,{ref:n,type:`file`,hidden:!0,accept:`.xlsx,.csv,.yaml,.yml`,"aria-label":e.upload,onChange:e=>{let[t]=e.currentTarget.files??[];e.currentTarget.value=``,t&&u(t)}}),q(`button`,{type:`button`,"aria-describedby":`upload-means`,onClick:()=>n.current?.click(),children:c?e.loading:e.upload}),q(`p`,{id:`upload-means`,class:`quiet`,children:e.uploadMeans}),q(`div`,{role:`status`,class:`reading`,children:[o&&q(`p`,{class:`note warn`,children:o}),i&&i.controls.length===0&&q(`p`,{class:`note warn`,children:e.noControls}),i&&(r||i.controls.length===0)&&q(en,{of:i})]})]})}function en({of:e}){let{w:t,n}=z();if(e.notes.length===0)return null;let r=[`ERROR`,`WARNING`,`INFO`],i=e.notes.filter(e=>e.severity!==`INFO`).length;return q(`details`,{class:`reading-notes`,open:e.controls.length===0,children:[q(`summary`,{children:t.readingNotes(n(e.controls.length),n(e.notes.length),n(i))}),q(`ul`,{children:r.flatMap(n=>e.notes.filter(e=>e.severity===n).map(e=>q(`li`,{children:[q(`span`,{class:`tag ${n===`INFO`?``:`warn`}`,children:t.severity[n]}),` `,e.place&&q(`code`,{children:e.place}),` `,q(`span`,{lang:`en`,children:e.message})]},e.place+e.message)))})]})}async function tn(e){let t=await new Promise((t,n)=>{let r=new FileReader;r.onload=()=>t(r.result),r.onerror=()=>n(r.error??Error(e.name)),r.readAsDataURL(e)});return t.slice(t.indexOf(`,`)+1)}function nn({withTarget:e=!0,children:t}){let{w:n}=z();return q(`form`,{class:`question no-print`,"aria-label":n.question,onSubmit:e=>e.preventDefault(),children:[q(rn,{}),e&&q(S,{children:[q(`span`,{class:`arrow`,"aria-hidden":`true`,children:`→`}),q(on,{})]}),t,q(sn,{})]})}function rn(){let{w:e,day:t}=z(),n=R(),{held:r}=V(),i=zt(),a=L(B),[o,s]=P(``),c=Vt(o),l=o.trim().toLowerCase(),u=i.filter(e=>!r.includes(e.ref)&&(e.ref.includes(l)||e.title?.toLowerCase().includes(l))).map(e=>({value:e.ref,label:e.title??e.ref,note:e.ref})).concat(c.filter(e=>!r.includes(e.value))),d=e=>{let t=i.find(t=>t.ref===e);return t?Ht(t.title??e):e},f=n=>{let[r=n,i=``]=n.split(`@`);return nt(i)?e.heldUntil(d(r),t(i)):d(n)};return q(`div`,{class:`field held`,children:[q(Zt,{label:e.held,text:o,placeholder:e.heldPlaceholder,choices:u,nothing:e.nothingFound,onText:s,onPick:e=>{s(``),n.change({held:[...r,e.value]})}}),q(`ul`,{class:`chips`,"aria-label":e.held,children:[r.map(t=>q(`li`,{class:`chip`,title:t,children:[f(t),q(`button`,{type:`button`,"aria-label":e.remove(f(t)),onClick:()=>n.change({held:r.filter(e=>e!==t)}),children:`×`})]},t)),a&&q(`li`,{class:`chip own`,children:[e.ownControls(a.fileName,a.controls.length),q(`button`,{type:`button`,"aria-label":e.remove(a.fileName),onClick:()=>B.set(null),children:`×`})]})]}),q($t,{})]})}function an({label:e,value:t,onPick:n,none:r}){let i=zt(),a=i.some(e=>e.ref===t);return q(`label`,{class:`field`,children:[q(`span`,{children:e}),q(`select`,{value:t,onChange:e=>n(e.currentTarget.value),children:[(r!==void 0||!t)&&q(`option`,{value:``,children:r??``}),t&&!a&&q(`option`,{value:t,children:t}),i.map(e=>q(`option`,{value:e.ref,children:e.title},e.ref))]})]})}function on(){let{w:e}=z(),t=R(),{target:n}=V();return q(an,{label:e.target,value:n,none:e.chooseTarget,onPick:e=>t.change({target:e,group:``,req:``})})}function sn(){let{w:e}=z(),t=R(),{asOf:n,assurance:r,hops:i,scope:a}=V(),o=L(B),s=[n,r,i,a].filter(Boolean).length;return q(`details`,{class:`conditions`,children:[q(`summary`,{children:e.conditions(s)}),q(`div`,{class:`conditions-body`,children:[q(`label`,{class:`field`,children:[q(`span`,{children:e.asOf}),q(`input`,{type:`date`,value:n,onChange:e=>t.change({asof:e.currentTarget.value})})]}),q(`label`,{class:`field`,children:[q(`span`,{children:e.assuranceAtLeast}),q(`select`,{value:r,onChange:e=>t.change({assurance:e.currentTarget.value}),children:[q(`option`,{value:``,children:e.any}),q(`option`,{value:`REVIEWED`,children:e.assurance.REVIEWED}),q(`option`,{value:`PUBLISHED`,children:e.assurance.PUBLISHED}),q(`option`,{value:`OFFICIAL`,children:e.assurance.OFFICIAL})]})]}),q(`label`,{class:`field`,children:[q(`span`,{children:e.hops}),q(`select`,{value:i,onChange:e=>t.change({hops:e.currentTarget.value}),children:[q(`option`,{value:``,children:e.any}),q(`option`,{value:`1`,children:e.direct}),[`2`,`3`,`4`].map(t=>q(`option`,{value:t,children:e.atMost(Number(t))},t))]})]}),o&&o.scopes.length>0&&q(`label`,{class:`field`,children:[q(`span`,{children:e.scope}),q(`select`,{value:a,onChange:e=>t.change({scope:e.currentTarget.value}),children:[q(`option`,{value:``,children:e.anyScope}),o.scopes.map(e=>q(`option`,{value:e,children:e},e))]})]})]})]})}function cn({doubts:e}){let{w:t,n}=z();return e.length===0?null:q(`details`,{class:`note warn`,children:[q(`summary`,{children:t.doubts(n(e.length))}),q(`ul`,{children:e.map(e=>q(`li`,{children:[q(`code`,{children:e.requirement.ref}),` `,e.requirement.name,`: `,e.controls.map(e=>`${e.id} ${e.title}`).join(`, `)]},e.requirement.ref))})]})}var ln=[`FULL`,`PARTIAL`,`POSSIBLE`,`NONE`,`UNKNOWN`],un=q(`circle`,{cx:`8`,cy:`8`,r:`6`,fill:`none`,stroke:`currentColor`,"stroke-width":`1.7`}),dn={FULL:q(`circle`,{cx:`8`,cy:`8`,r:`6.8`,fill:`currentColor`}),PARTIAL:q(S,{children:[un,q(`path`,{d:`M8 2a6 6 0 0 0 0 12z`,fill:`currentColor`})]}),POSSIBLE:q(`circle`,{cx:`8`,cy:`8`,r:`6`,fill:`none`,stroke:`currentColor`,"stroke-width":`1.9`,"stroke-dasharray":`2.2 2.5`}),NONE:un,UNKNOWN:q(`path`,{d:`M5 5.6a3 3 0 1 1 4.4 2.7c-.9.5-1.4 1-1.4 2.1M8 12.4v1.4`,fill:`none`,stroke:`currentColor`,"stroke-width":`1.9`})};function fn({verdict:e,x:t,y:n}){return q(`g`,{class:`v-${e}`,transform:`translate(${t} ${n})`,children:dn[e]})}function pn({verdict:e}){return q(`svg`,{class:`sign v-${e}`,viewBox:`0 0 16 16`,"aria-hidden":`true`,children:dn[e]})}function mn({verdict:e}){let{w:t}=z();return q(`span`,{class:`badge v-${e}`,title:t.verdictMeans[e],children:[q(pn,{verdict:e}),e]})}function hn(e,t){return e[t.toLowerCase()]}function gn({of:e}){let{n:t}=z(),n=ln.filter(t=>hn(e,t)>0),r=0;return q(`div`,{class:`counts-bar`,children:[q(`svg`,{viewBox:`0 0 100 6`,preserveAspectRatio:`none`,"aria-hidden":`true`,children:n.map(t=>{let n=100*hn(e,t)/e.total,i=r;return r+=n,q(`rect`,{class:`v-${t}`,x:i,y:`0`,width:n,height:`6`,fill:`currentColor`},t)})}),q(`span`,{class:`counts`,children:n.map(n=>q(`span`,{class:`count v-${n}`,children:[q(pn,{verdict:n}),q(`span`,{class:`quiet`,children:n}),` `,t(hn(e,n))]},n))})]})}function _n({gap:e,items:t,above:n,onPick:r}){let{w:i}=z(),a=R(),o=e=>{let t=n.get(e);return t!==void 0&&n.has(t)?1+o(t):0},s=Math.max(0,...e.summary.byGroup.map(e=>o(e.group.ref))),c=a.get(`levels`)===`all`,l=e.summary.byGroup.filter(e=>c||o(e.group.ref)<2);if(l.length===0)return null;let u=new Set(l.map(e=>e.group.ref)),d=e=>e===void 0||u.has(e)?e:d(n.get(e)),f=Map.groupBy(t,e=>d(e.requirement.parent?.ref));return q(`section`,{class:`map`,"aria-labelledby":`map-title`,children:[q(`h2`,{id:`map-title`,children:[i.byHeading,s>1&&q(`button`,{type:`button`,class:`no-print`,"aria-pressed":c,onClick:()=>a.change({levels:c?``:`all`}),children:i.allLevels})]}),q(`div`,{class:`scroll`,tabIndex:0,role:`group`,"aria-labelledby":`map-title`,children:q(`table`,{class:`heat`,children:[q(`thead`,{children:q(`tr`,{children:[q(`th`,{scope:`col`,children:i.heading}),ln.map(e=>q(`th`,{scope:`col`,class:`number`,children:[q(pn,{verdict:e}),q(`span`,{children:e})]},e)),q(`th`,{scope:`col`,class:`number`,children:i.total}),q(`th`,{scope:`col`,class:`units-head`,children:i.eachRequirement})]})}),q(`tbody`,{children:l.map(e=>q(yn,{row:e,depth:o(e.group.ref),units:f.get(e.group.ref)??[],onPick:r},e.group.ref))})]})})]})}function vn(e,t){return Math.max(1,Math.ceil(4*e/t))}function yn({row:e,depth:t,units:n,onPick:r}){let{w:i,n:a}=z(),o=R(),{group:s,summary:c}=e,l=o.get(`group`)===s.ref,u=o.get(`verdict`);return q(`tr`,{class:`depth-${Math.min(t,2)}`,children:[q(`th`,{scope:`row`,children:q(`button`,{type:`button`,class:`plain`,"aria-pressed":l&&!u,onClick:()=>r(s.ref),children:[q(`span`,{class:`number-of`,children:s.number}),` `,s.name]})}),ln.map(e=>{let t=hn(c,e);return q(`td`,{class:`number`,children:t>0?q(`button`,{type:`button`,class:`cell v-${e} level-${vn(t,c.total)}`,"aria-pressed":l&&u===e,onClick:()=>r(s.ref,e),children:[q(`span`,{class:`hidden`,children:[s.number,`: `,e,` `]}),a(t),` `,q(`span`,{class:`hidden`,children:i.outOf(a(c.total))})]}):q(`span`,{class:`zero`,children:`0`})},e)}),q(`td`,{class:`number total`,children:a(c.total)}),q(`td`,{class:`units`,children:q(`span`,{"aria-hidden":`true`,children:n.map(e=>q(`a`,{tabIndex:-1,class:`unit v-${e.verdict}`,title:`${e.requirement.number} ${e.requirement.name}: ${e.verdict}`,href:o.href(`explain`,{req:e.requirement.ref}),children:q(pn,{verdict:e.verdict})},e.requirement.ref))})})]})}function bn(){let{w:e,language:t,day:n}=z(),r=V(),i=K(),a=r.holds&&r.target,o=G(lt,a?{...r.variables,target:r.target,language:t}:null,e=>e.gapAnalysis.items);return q(`article`,{class:`view coverage`,children:[q(`h1`,{children:e.views.coverage}),q(nn,{}),a?q(Y,{answer:o,children:({gapAnalysis:t,revision:a})=>q(S,{children:[q(J,{asOf:t.asOf}),q(`p`,{class:`asked`,children:[e.coverageOf(i(r.target)),` `,q(`span`,{class:`quiet`,children:e.asOfRevision(n(t.asOf),a.hash.slice(0,8))})]}),q(Yt,{of:[r.target]}),q(Jt,{of:t.lapsed}),q(Sn,{gap:t})]})}):q(xn,{})]})}function xn(){let{w:e}=z(),t=R(),n=[[[`iso-27001-2022`,`iso-27701-2025`],`isms-p-2023`],[[`iso-27001-2022`],`isms-p-2023`],[[`isms-p-2023`],`iso-27001-2022`],[[`iso-27001-2013`],`iso-27001-2022`]],r=K();return q(Kt,{title:e.startTitle,children:[q(`p`,{children:e.startText}),q(`ul`,{class:`examples`,children:n.map(([e,n])=>q(`li`,{children:q(`a`,{href:t.href(`coverage`,{held:e,target:n}),children:[e.map(r).join(` + `),` `,q(`span`,{"aria-hidden":`true`,children:`→`}),` `,r(n)]})},e.join()+n))})]})}function Sn({gap:e}){let{w:t,n}=z(),r=R(),i=De(null),a=r.list(`verdict`),o=r.get(`group`),s=e.items.edges.map(e=>e.node),c=Cn(e),l=s.filter(e=>(a.length===0||a.includes(e.verdict))&&(!o||wn(e.requirement.parent?.ref,o,c))),u=e=>r.change({verdict:a.includes(e)?a.filter(t=>t!==e):[...a,e]});return q(S,{children:[q(`div`,{class:`tiles`,role:`group`,"aria-label":t.legend,children:ln.map(r=>q(`button`,{type:`button`,class:`tile v-${r}`,"aria-pressed":a.includes(r),onClick:()=>u(r),children:[q(`span`,{class:`tile-head`,children:[q(pn,{verdict:r}),r]}),q(`span`,{class:`tile-count`,children:[n(hn(e.summary,r)),` `,q(`span`,{class:`of`,children:t.outOf(n(e.summary.total))})]}),q(`span`,{class:`tile-means`,children:t.verdictMeans[r]})]},r))}),q(cn,{doubts:e.doubts}),q(_n,{gap:e,items:s,above:c,onPick:(e,t)=>{let n=o===e&&a.join()===(t??``);r.change(n?{group:``,verdict:``}:{group:e,verdict:t??``}),n||i.current?.scrollIntoView({block:`nearest`})}}),q(`section`,{ref:i,class:`list`,"aria-labelledby":`list-title`,children:[q(`h2`,{id:`list-title`,children:[t.requirements,` `,q(`span`,{class:`quiet`,children:t.countOf(n(l.length),n(s.length))}),(o||a.length>0)&&q(`button`,{type:`button`,class:`no-print`,onClick:()=>r.change({group:``,verdict:``}),children:t.showAll})]}),q(Tn,{items:l})]})]})}function Cn(e){return new Map(e.summary.byGroup.map(({group:e})=>[e.ref,e.parent?.ref]))}function wn(e,t,n){for(let r=e;r;r=n.get(r))if(r===t)return!0;return!1}function Tn({items:e}){let{w:t}=z(),n=R();return e.length===0?q(`p`,{class:`quiet`,children:t.noneShown}):q(`table`,{class:`rows`,children:[q(`thead`,{children:q(`tr`,{children:[q(`th`,{scope:`col`,children:t.number}),q(`th`,{scope:`col`,children:t.requirement}),q(`th`,{scope:`col`,children:t.verdict}),q(`th`,{scope:`col`,class:`wide-only`,children:t.disposition})]})}),q(`tbody`,{children:e.map(e=>q(`tr`,{children:[q(`td`,{class:`number-of`,children:e.requirement.number}),q(`td`,{children:[q(`a`,{href:n.href(`explain`,{req:e.requirement.ref}),children:e.requirement.name}),e.blockers.length>0&&q(`span`,{class:`tag`,children:t.blockedBy(e.blockers.map(e=>e.control.id).join(`, `))}),e.conflict.length>0&&q(`span`,{class:`tag warn`,children:t.conflict}),e.disagreements.length>0&&q(`span`,{class:`tag warn`,children:t.disagreement})]}),q(`td`,{children:q(mn,{verdict:e.verdict})}),q(`td`,{class:`wide-only`,children:[q(`span`,{class:`code`,children:e.disposition}),` `,q(`span`,{class:`quiet`,children:t.dispositionMeans[e.disposition]})]})]},e.requirement.ref))})]})}var En={EQUAL_TO:`=`,SUBSET_OF:`⊂`,SUPERSET_OF:`⊃`,INTERSECTS_WITH:`∩`,NO_RELATIONSHIP:`∅`};function Dn(e){return e===`SUBSET_OF`?`SUPERSET_OF`:e===`SUPERSET_OF`?`SUBSET_OF`:e}function On({relation:e}){let{w:t}=z();return q(`span`,{class:`relation`,children:[q(`span`,{class:`relation-sign`,"aria-hidden":`true`,children:En[e]}),t.relation[e]]})}var kn=[`EQUAL_TO`,`SUPERSET_OF`,`SUBSET_OF`,`INTERSECTS_WITH`,`NO_RELATIONSHIP`];function An(e,t){let n=new Map;for(let r of t)if(r.left.includes(e)||r.right.includes(e))for(let t of r.left)for(let i of r.right){if(t!==e&&i!==e)continue;let a=`${t} ${i}`,o=n.get(a);o?(o.claims++,kn.indexOf(r.relation)<kn.indexOf(o.relation)&&(o.relation=r.relation)):n.set(a,{left:t,right:i,relation:r.relation,claims:1,joint:r.left.length+r.right.length>2})}return[...n.values()]}function jn({frame:e,links:t}){let[,n]=P(0),[r,i]=P({height:0,ends:new Map});return F(()=>{let t=()=>n(e=>e+1),r=[...e.current?.querySelectorAll(`[role=tree]`)??[]];for(let e of r)e.addEventListener(`scroll`,t,{passive:!0});return addEventListener(`resize`,t),()=>{for(let e of r)e.removeEventListener(`scroll`,t);removeEventListener(`resize`,t)}},[]),Ee(()=>{let n=e.current;if(!n)return;let a=n.getBoundingClientRect().top,o=new Map;for(let e of new Set(t.flatMap(e=>[e.left,e.right]))){let t=n.querySelector(`[data-ref="${CSS.escape(e)}"]`),r=t?.closest(`[role=tree]`)?.getBoundingClientRect();if(!t||!r)continue;let i=t.getBoundingClientRect(),s=(i.top+i.bottom)/2;o.set(e,{y:Math.min(Math.max(s,r.top+6),r.bottom-6)-a,out:s<r.top||s>r.bottom})}let s={height:n.clientHeight,ends:o};(JSON.stringify([...s.ends])!==JSON.stringify([...r.ends])||s.height!==r.height)&&i(s)}),q(`svg`,{class:`links`,width:`140`,height:r.height,viewBox:`0 0 140 ${r.height||1}`,"aria-hidden":`true`,children:t.map(e=>{let t=r.ends.get(e.left),n=r.ends.get(e.right);if(!t||!n)return null;let i=(t.y+n.y)/2;return q(`g`,{class:t.out||n.out?`out`:void 0,children:[q(`path`,{class:e.joint?`joint`:void 0,d:`M0 ${t.y}C70 ${t.y} 70 ${n.y} 140 ${n.y}`}),q(`circle`,{cx:`70`,cy:i,r:`11`}),q(`text`,{class:`relation-sign`,x:`70`,y:i+5,"text-anchor":`middle`,children:En[e.relation]}),e.claims>1&&q(`text`,{class:`times`,x:`84`,y:i+4,children:[`×`,e.claims]})]},`${e.left} ${e.right}`)})})}function Mn(e){let{w:t}=z(),n=De(null),r=e.near||e.selected,i=r?An(r,e.claims):[],a=new Set(i.flatMap(e=>[e.left,e.right]));return F(()=>{let t=e.selected;if(t&&n.current)for(let r of n.current.querySelectorAll(`[role=tree]`)){let n=r.querySelector(`[data-ref="${CSS.escape(t)}"]`)??An(t,e.claims).map(e=>r.querySelector(`[data-ref="${CSS.escape(e.left)}"], [data-ref="${CSS.escape(e.right)}"]`)).find(Boolean);if(!n)continue;let i=n.offsetTop;(i<r.scrollTop+20||i>r.scrollTop+r.clientHeight-60)&&(r.scrollTop=i-r.clientHeight/3)}},[e.selected,e.claims]),q(`div`,{class:`trees`,ref:n,onMouseLeave:()=>e.onNear(``),children:[q(Nn,{...e,title:e.from,nodes:e.left,linked:a,label:t.sourceTree(e.from)}),q(jn,{frame:n,links:i}),q(Nn,{...e,title:e.to,nodes:e.right,linked:a,label:t.targetTree(e.to)})]})}function Nn({title:e,nodes:t,linked:n,label:r,mark:i,selected:a,near:o,onNear:s,onSelect:c}){let{w:l}=z(),u=R(),d=De(null),f=u.list(`shut`),p=u.get(`show`)===`unmapped`,m=new Map(t.map(e=>[e.ref,e.parent?.ref])),h=e=>{let t=m.get(e);return t!==void 0&&m.has(t)?1+h(t):0},g=e=>{let t=m.get(e);return t!==void 0&&m.has(t)&&(f.includes(t)||g(t))},_=new Set(t.map(e=>e.parent?.ref)),v=new Set;if(p){for(let e of t)if(e.assessable&&i(e.ref)!==`related`)for(let t=e.ref;t&&!v.has(t);t=m.get(t))v.add(t)}let y=t.filter(e=>!g(e.ref)&&(!p||v.has(e.ref))),[b,x]=P(``),S=y.some(e=>e.ref===b)?b:y.some(e=>e.ref===a)?a:y[0]?.ref,C=e=>u.change({shut:f.includes(e)?f.filter(t=>t!==e):[...f,e]},!0),w=e=>{e&&(x(e),d.current?.querySelector(`[data-ref="${CSS.escape(e)}"]`)?.focus())},ee=(e,t)=>{let n=y.indexOf(t),r=!f.includes(t.ref),i={ArrowDown:()=>w(y[n+1]?.ref),ArrowUp:()=>w(y[n-1]?.ref),Home:()=>w(y[0]?.ref),End:()=>w(y.at(-1)?.ref),ArrowRight:()=>_.has(t.ref)&&!r?C(t.ref):w(y[n+1]?.ref),ArrowLeft:()=>_.has(t.ref)&&r?C(t.ref):w(t.parent?.ref),Enter:()=>c(t.ref)," ":()=>c(t.ref)}[e.key];i&&(e.preventDefault(),i())};return q(`div`,{class:`tree-column`,children:[q(`p`,{class:`tree-title`,children:e}),q(`ul`,{role:`tree`,"aria-label":r,ref:d,onMouseLeave:()=>s(``),children:y.map(e=>{let t=_.has(e.ref),r=i(e.ref),u=!f.includes(e.ref);return q(`li`,{role:`treeitem`,"data-ref":e.ref,"aria-level":h(e.ref)+1,"aria-expanded":t?u:void 0,"aria-selected":e.ref===a,tabIndex:e.ref===S?0:-1,class:`row d${Math.min(h(e.ref),3)} ${e.assessable?r:`group`} ${n.has(e.ref)?`linked`:``} ${e.ref===o?`near`:``}`,onMouseEnter:()=>s(e.ref),onFocus:()=>s(e.ref),onBlur:()=>s(``),onClick:()=>t&&!e.assessable?C(e.ref):c(e.ref),onKeyDown:t=>ee(t,e),children:[q(`span`,{class:`twist`,"aria-hidden":`true`,children:t?u?`▾`:`▸`:``}),q(`span`,{class:`number-of`,children:e.number}),q(`span`,{class:`row-name`,children:e.name}),e.assessable&&r!==`related`&&q(`span`,{class:`unmapped`,children:r===`unrelated`?l.markUnrelated:l.markUnclaimed})]},e.ref)})})]})}function Pn(){let{w:e,language:t}=z(),n=R(),r=n.get(`from`)||n.list(`held`)[0]?.split(`/`)[0]||`iso-27001-2022`,i=n.get(`to`)||n.get(`target`).split(`/`)[0]||`isms-p-2023`,a=G(ot,{ref:r,language:t},e=>e.standard?.requirements??Fn),o=G(ot,{ref:i,language:t},e=>e.standard?.requirements??Fn),s=G(ut,{from:r,to:i,language:t},e=>e.mappings),c=n.get(`as`)===`table`;return q(`article`,{class:`view crosswalk`,children:[q(`h1`,{children:e.views.crosswalk}),q(`form`,{class:`question no-print`,"aria-label":e.question,onSubmit:e=>e.preventDefault(),children:[q(an,{label:e.from,value:r,onPick:e=>n.change({from:e,to:i,sel:``,shut:``})}),q(`button`,{type:`button`,class:`switch`,onClick:()=>n.change({from:i,to:r,shut:``}),"aria-label":e.switchDirection,title:e.switchDirection,children:`⇄`}),q(an,{label:e.to,value:i,onPick:e=>n.change({from:r,to:e,sel:``,shut:``})}),q(`div`,{class:`field toggles`,children:[q(`button`,{type:`button`,"aria-pressed":c,onClick:()=>n.change({from:r,to:i,as:c?``:`table`}),children:e.asTable}),q(`button`,{type:`button`,"aria-pressed":n.get(`show`)===`unmapped`,onClick:()=>n.change({from:r,to:i,show:n.get(`show`)?``:`unmapped`}),children:e.onlyUnmapped})]})]}),q(Yt,{of:[r,i]}),q(Y,{answer:a,children:e=>q(Y,{answer:o,children:t=>q(Y,{answer:s,children:n=>q(Rn,{from:r,to:i,left:In(e),right:In(t),edges:n.mappings.edges})})})})]})}var Fn={pageInfo:{hasNextPage:!1,endCursor:null},edges:[]},In=e=>e.standard?.requirements.edges.map(e=>e.node)??[],Ln=e=>e.kind===`POINT`?e.parent?.ref??e.ref:e.ref;function Rn({from:e,to:t,left:n,right:r,edges:i}){let{w:a,n:o}=z(),s=R(),c=K(),l=s.get(`sel`),[u,d]=P(``);F(()=>d(``),[e,t]);let f=Oe(()=>i.map(e=>{let[t,n]=e.reversed?[e.node.targets,e.node.sources]:[e.node.sources,e.node.targets];return{left:t.map(Ln),right:n.map(Ln),relation:e.relation,edge:e}}),[i]),p=Oe(()=>{let e=new Map;for(let t of f)for(let n of[...t.left,...t.right])t.relation===`NO_RELATIONSHIP`?e.has(n)||e.set(n,`unrelated`):e.set(n,`related`);return e},[f]),m=e=>p.get(e)??`unclaimed`,h=e=>e.filter(e=>e.assessable&&m(e.ref)!==`related`).length,g=l?f.filter(e=>e.left.includes(l)||e.right.includes(l)):[],_=e=>e.filter(e=>e.assessable).length;return f.length===0?q(Kt,{title:a.noCrosswalk,children:q(`p`,{children:a.noCrosswalkMeans})}):q(S,{children:[q(J,{withTarget:!1}),q(`p`,{class:`asked`,children:[a.crosswalkOf(o(f.length),c(e),c(t)),` `,q(`span`,{class:`quiet`,children:a.unmappedCounts(o(h(n)),o(_(n)),e,o(h(r)),o(_(r)),t)})]}),s.get(`as`)===`table`?q(zn,{claims:f,from:e,to:t}):q(S,{children:[q(Mn,{from:c(e),to:c(t),left:n,right:r,claims:f,mark:m,selected:l,near:u,onNear:d,onSelect:n=>s.change({from:e,to:t,sel:n===l?``:n})}),q(`p`,{class:`quiet legend no-print`,children:a.treeLegend}),q(`section`,{class:`selected`,"aria-labelledby":`selected-title`,"aria-live":`polite`,children:[q(`h2`,{id:`selected-title`,children:[l?a.claimsOf(l):a.claims,` `,l&&q(`span`,{class:`quiet`,children:o(g.length)})]}),l?g.length?q(zn,{claims:g,from:e,to:t}):q(`p`,{class:`quiet`,children:a.inNoClaim}):q(`p`,{class:`quiet`,children:a.selectHint})]})]})]})}function zn({claims:e,from:t,to:n}){let{w:r,n:i}=z(),a=(e,t)=>e.length?e.map(e=>e.number).join(` + `):t;return q(`div`,{class:`scroll`,tabIndex:0,role:`group`,"aria-label":r.claims,children:q(`table`,{class:`rows claims cards`,children:[q(`thead`,{children:q(`tr`,{children:[q(`th`,{scope:`col`,children:t}),q(`th`,{scope:`col`,children:r.relationWord}),q(`th`,{scope:`col`,children:n}),q(`th`,{scope:`col`,children:r.whyWord}),q(`th`,{scope:`col`,children:r.strength}),q(`th`,{scope:`col`,children:r.assuranceWord}),q(`th`,{scope:`col`,children:r.source})]})}),q(`tbody`,{children:e.map(({edge:e,relation:o})=>{let[s,c]=e.reversed?[e.node.targets,e.node.sources]:[e.node.sources,e.node.targets];return q(`tr`,{title:En[o],children:[q(`td`,{class:`number-of`,children:a(s,r.allOf(t))}),q(`td`,{children:q(On,{relation:o})}),q(`td`,{class:`number-of`,children:a(c,r.allOf(n))}),q(`td`,{children:e.node.why}),q(`td`,{class:`number`,"data-label":r.strength,children:e.node.strength===null?`–`:i(e.node.strength)}),q(`td`,{"data-label":r.assuranceWord,children:r.assurance[e.node.assurance]}),q(`td`,{"data-label":r.source,children:e.node.source.title})]},e.node.ref)})})]})})}function Bn(e){let t=0;for(let n of e)t+=n>`ᄀ`?1:/[iljtf.,:;()\[\] '|]/.test(n)?.32:/[A-Zmw%]/.test(n)?.7:.54;return t}function Vn(e,t,n){let r=[],i=``;for(let n of e.split(/\s+/)){let e=i?`${i} ${n}`:n;Bn(e)<=t||!i?i=e:(r.push(i),i=n)}return r.push(i),r.slice(0,n).map((e,i)=>Bn(e)>t||i===n-1&&r.length>n?Hn(e,t):e)}function Hn(e,t){let n=e;for(;n&&Bn(`${n}…`)>t;)n=n.slice(0,-1);return`${n.trimEnd()}…`}function Un({x:e,y:t,lines:n,step:r,class:i,anchor:a}){return q(`text`,{x:e,y:t,class:i,"text-anchor":a,children:n.map((t,n)=>q(`tspan`,{x:e,dy:n===0?0:r,children:t},n))})}var X={width:232,height:62,gap:20,drop:62},Wn=6,Gn=(e,t)=>`${e} ${t}`;function Kn(e){let t=new Map,n=[],r=e=>{t.set(e.key,e),(n[e.row]??=[]).push(e)};for(let n of e){let e=n.premises.map(e=>t.get(Gn(e.requirement.ref,e.verdict))).filter(e=>e!==void 0),i=e.length?1+Math.max(...e.map(e=>e.row)):+!!n.missing.length;for(let e of n.missing)r({key:Gn(e.ref,`missing ${n.requirement.ref}`),row:i-1,x:0,ref:e.ref,name:e.name,verdict:null,held:null});r({key:Gn(n.requirement.ref,n.verdict),row:i,x:0,ref:n.requirement.ref,name:n.requirement.name,verdict:n.verdict,held:n.held})}let i=Math.max(...n.map(e=>e.length));for(let e of n){let t=(i-e.length)*(X.width+X.gap)/2+Wn;e.forEach((e,n)=>{e.x=t+n*(X.width+X.gap)})}return{boxes:t,rows:n}}function qn({steps:e,link:t}){let{w:n}=z(),{boxes:r,rows:i}=Kn(e),a=e=>Wn+e.row*(X.height+X.drop),o=Math.max(...i.map(e=>e.length))*(X.width+X.gap)-X.gap+12,s=i.length*(X.height+X.drop)-X.drop+12,c=e=>e.x+X.width/2;return q(`svg`,{class:`drawing proof`,"data-wide":i.some(e=>e.length>2),viewBox:`0 0 ${o} ${s}`,width:o,height:s,role:`group`,"aria-label":n.proofDrawing,children:[e.map(e=>{let t=r.get(Gn(e.requirement.ref,e.verdict)),i=e.premises.map(e=>r.get(Gn(e.requirement.ref,e.verdict))).filter(e=>e!==void 0),o=e.missing.map(t=>r.get(Gn(t.ref,`missing ${e.requirement.ref}`))).filter(e=>e!==void 0),s=a(t)-X.drop/2,l=e.mapping&&(e.reversed?Dn(e.mapping.relation):e.mapping.relation),u=l?``:e.rule===`R2`?n.part:``;return q(`g`,{class:`edges`,"aria-hidden":`true`,children:[[...i,...o].map(e=>{let n=a(e)+X.height,r=n+(s-n)/2;return q(`path`,{class:e.verdict?void 0:`dashed`,d:`M${c(e)} ${n}C${c(e)} ${r} ${c(t)} ${r} ${c(t)} ${s}`},e.key)}),i.length+o.length>0&&q(`path`,{d:`M${c(t)} ${s}V${a(t)-2}m-4 -6l4 6l4 -6`}),l&&q(S,{children:[q(`circle`,{cx:c(t),cy:s,r:`12`}),q(`text`,{class:`relation-sign`,x:c(t),y:s+5,"text-anchor":`middle`,children:En[l]}),q(`text`,{class:`rule`,x:c(t)+18,y:s+4,children:[n.relation[l],` · `,e.rule]})]}),u&&q(`text`,{class:`rule`,x:c(t)+10,y:s+4,children:[u,` · `,e.rule]})]},t.key)}),[...r.values()].map(e=>q(`a`,{class:`node ${e.verdict?`v-${e.verdict}`:`missing`}`,href:t(e.ref),children:[q(`title`,{children:`${e.ref} ${e.name}: ${e.verdict??n.notProved}${e.held?`, ${n.heldBy(e.held)}`:``}`}),q(`rect`,{x:e.x,y:a(e),width:X.width,height:X.height,rx:`4`}),q(`rect`,{class:`edge-mark`,x:e.x,y:a(e),width:`4`,height:X.height}),e.verdict&&q(fn,{verdict:e.verdict,x:e.x+13,y:a(e)+9}),q(`text`,{class:`node-ref`,x:e.x+(e.verdict?35:13),y:a(e)+21,children:e.ref}),e.held&&Bn(e.ref)<15&&q(`text`,{class:`node-note`,"aria-hidden":`true`,x:e.x+X.width-9,y:a(e)+21,"text-anchor":`end`,children:n.heldShort}),q(Un,{class:`node-name`,x:e.x+13,y:a(e)+39,lines:Vn(e.name,16.6,2),step:15})]},e.key))]})}function Jn(){let{w:e}=z(),t=R(),[n,r]=P(null),i=Vt(n??``),a=e=>{r(null),e&&t.change({req:e})};return q(`div`,{class:`field requirement-field no-print`,children:q(Zt,{label:e.requirementAsked,text:n??t.get(`req`),placeholder:e.findRequirement,choices:i,nothing:(n??``).trim().length>1?e.nothingFound:``,onText:r,onPick:e=>a(e.value),onEnter:()=>a(n?.trim()&&(i[0]?.value??n.trim()))})})}function Yn({step:e,sentence:t}){let{w:n,n:r}=z(),{mapping:i}=e;return q(S,{children:[q(`p`,{class:`step-head`,children:[q(mn,{verdict:e.verdict}),` `,q(`code`,{children:e.requirement.ref}),` `,q(`span`,{class:`rule-tag`,children:e.rule}),` `,n.rule[e.rule]]}),i?q(S,{children:[q(`p`,{class:`claim-ends`,children:[q(`code`,{children:Xn(e.reversed?i.targets:i.sources,e.reversed?i.targetStandard.ref:i.sourceStandard.ref)}),` `,q(On,{relation:e.reversed?Dn(i.relation):i.relation}),` `,q(`code`,{children:Xn(e.reversed?i.sources:i.targets,e.reversed?i.sourceStandard.ref:i.targetStandard.ref)})]}),q(`p`,{children:i.why}),e.missing.length>0&&q(`p`,{children:[n.missing,` `,e.missing.map(e=>`${e.ref} ${e.name}`).join(`; `)]}),q(`dl`,{class:`claim`,children:[q(`dt`,{children:n.strength}),q(`dd`,{children:i.strength===null?`–`:n.outOfTen(r(i.strength))}),q(`dt`,{children:n.basisWord}),q(`dd`,{children:i.basis?n.basis[i.basis]:`–`}),q(`dt`,{children:n.assuranceWord}),q(`dd`,{children:[n.assurance[i.assurance],i.review.by&&` (${i.review.by}, ${i.review.on})`]}),q(`dt`,{children:n.source}),q(`dd`,{children:[i.source.url?q(`a`,{href:i.source.url,rel:`noreferrer`,children:i.source.title}):i.source.title,i.source.licence&&`, ${i.source.licence}`]}),q(`dt`,{children:n.editions}),q(`dd`,{children:[i.sourceStandard.title,` (`,i.sourceStandard.edition,`); `,i.targetStandard.title,` (`,i.targetStandard.edition,`)`]}),q(`dt`,{children:n.claim}),q(`dd`,{children:q(`code`,{children:i.ref})})]})]}):q(`p`,{children:t})]})}function Xn(e,t){return e.length?e.map(e=>e.ref).join(` + `):t}function Zn({of:e}){let{w:t}=z();return e.disagreements.length===0?null:q(`div`,{class:`note warn`,children:[q(`strong`,{children:t.disagreement}),` `,t.disagreementMeans,e.disagreements.map(e=>q(`ul`,{children:e.claims.map(e=>q(`li`,{children:[e.source.title,`: `,q(`code`,{children:Xn(e.sources,e.sourceStandard.ref)}),` `,q(On,{relation:e.relation}),` `,q(`code`,{children:Xn(e.targets,e.targetStandard.ref)}),`. `,e.why]},e.ref))},e.claims[0]?.ref))]})}function Qn({of:e}){let{w:t}=z();return e.blockers.length===0?null:q(`div`,{class:`note`,children:[q(`strong`,{children:t.blockers}),q(`ul`,{children:e.blockers.map(e=>q(`li`,{children:[e.control.id,` `,e.control.title,`: `,t.blockerReason[e.why],`. `,t.withThem,` `,q(mn,{verdict:e.verdict})]},e.control.id))})]})}function $n({of:e}){let{w:t}=z(),n=(e.proof?.steps??[]).filter(e=>e.rule===`R6`&&e.mapping);return q(`section`,{class:`note`,"aria-labelledby":`nothing-title`,children:[q(`h3`,{id:`nothing-title`,children:t.nothingFollows}),q(`p`,{children:e.verdict===`UNKNOWN`?t.nobodyLooked:t.touchedOnly}),q(`ul`,{children:n.map(e=>{let n=e.mapping&&(e.reversed?Dn(e.mapping.relation):e.mapping.relation);return n&&q(`li`,{children:t.whyNothing[n]},e.requirement.ref)})})]})}function er({of:e}){let{w:t}=z(),n=e.remainder.filter(e=>!e.point);return q(S,{children:[e.points.length>0&&q(`ul`,{class:`points`,children:e.points.map(({requirement:n,verdict:r})=>{let i=e.remainder.filter(e=>e.point?.ref===n.ref&&e.mapping);return q(`li`,{children:[q(pn,{verdict:r}),q(`div`,{children:[q(`span`,{class:`number-of`,children:n.number}),` `,n.gist,` `,q(`span`,{class:`word v-${r}`,children:r}),i.length>0&&q(`ul`,{class:`beyond`,children:i.map(e=>q(`li`,{children:[q(`span`,{class:`quiet`,children:t.beyond(e.beyond.map(e=>e.ref).join(` + `))}),` `,e.text]},e.mapping?.ref))})]})]},n.ref)})}),n.length>0&&q(`ul`,{class:`beyond`,children:n.map(e=>q(`li`,{children:[e.text,` `,q(`span`,{class:`quiet`,children:t.beyond(e.beyond.map(e=>e.ref).join(` + `))})]},e.text))}),e.points.length===0&&n.length===0&&q(`p`,{class:`quiet`,children:e.verdict===`FULL`?t.nothingRemains:t.noPoints})]})}function tr(){let{w:e,language:t}=z(),n=R(),r=V(),i=n.get(`req`),a=r.holds&&i,o=G(dt,a?{...r.variables,requirement:i,language:t}:null);return q(`article`,{class:`view explain`,children:[q(`h1`,{children:e.views.explain}),q(nn,{withTarget:!1,children:q(Jn,{})}),a?q(Y,{answer:o,children:({explain:e,revision:t})=>q(nr,{of:e,revision:t.hash.slice(0,8)})}):q(Kt,{title:e.explainTitle,children:[q(`p`,{children:r.holds?e.explainChoose:e.explainHold}),q(`p`,{children:q(`a`,{href:n.href(`explain`,{held:r.held.length?r.held:[`iso-27001-2022`],req:`isms-p-2023/2.5.4`}),children:e.explainExample})})]})]})}function nr({of:e,revision:t}){let{w:n,day:r}=z(),i=R(),{requirement:a}=e;return q(S,{children:[q(J,{asOf:e.asOf,withTarget:!1}),q(`header`,{class:`answer-head`,children:[q(`p`,{class:`quiet`,children:[a.standard.title,` `,a.parent&&`› ${a.parent.number} ${a.parent.name}`]}),q(`h2`,{children:[q(`span`,{class:`number-of`,children:a.number}),` `,a.name]}),q(`p`,{class:`verdict-line`,children:[q(mn,{verdict:e.verdict}),` `,n.verdictMeans[e.verdict],`. `,q(`span`,{class:`code`,children:e.disposition}),` `,n.dispositionMeans[e.disposition],`.`]}),a.gist&&q(`p`,{class:`gist`,children:a.gist}),q(`p`,{class:`no-print`,children:q(`a`,{href:i.href(`neighbourhood`,{req:a.ref}),children:n.seeNeighbourhood})})]}),q(Yt,{of:[a.ref]}),q(Jt,{of:e.lapsed}),e.conflict.length>0&&q(`p`,{class:`note warn`,role:`note`,children:[q(`strong`,{children:n.conflict}),` `,n.conflictMeans,` `,e.conflict.map(e=>e.crosswalk?.name??e.mappings.map(e=>e.ref).join(`, `)).join(`; `)]}),q(Zn,{of:e}),q(cn,{doubts:e.doubts}),q(Qn,{of:e}),q(`section`,{class:`remainder`,"aria-labelledby":`remainder-title`,children:[q(`h3`,{id:`remainder-title`,children:e.points.length?n.pointByPoint:n.whatRemains}),q(er,{of:e})]}),(e.verdict===`POSSIBLE`||e.verdict===`UNKNOWN`)&&q($n,{of:e}),e.proof&&q(`section`,{class:`why`,"aria-labelledby":`proof-title`,children:[q(`h3`,{id:`proof-title`,children:[n.proof,` `,q(`span`,{class:`quiet`,children:n.proofAssurance(n.assurance[e.proof.assurance])})]}),q(`div`,{class:`proof-columns`,children:[q(`div`,{class:`scroll drawing-frame`,tabIndex:0,role:`group`,"aria-labelledby":`proof-title`,children:q(qn,{steps:e.proof.steps,link:e=>i.href(`neighbourhood`,{req:e})})}),q(`ol`,{class:`steps`,children:e.proof.steps.map((t,n)=>q(`li`,{children:q(Yn,{step:t,sentence:e.sentences[n]??``})},t.requirement.ref+t.verdict))})]})]}),e.omission&&q(`section`,{class:`omission`,children:[q(`h3`,{children:n.omission}),q(`p`,{children:n.omissionMeans}),q(`ul`,{children:e.omission.conditions.map(e=>q(`li`,{children:e},e))}),q(`p`,{class:`quiet`,children:[n.source,`: `,e.omission.source,` · `,n.certainty[e.omission.certainty]]})]}),q(`p`,{class:`quiet`,children:n.asOfRevision(r(e.asOf),t)})]})}function rr(e,t){let n=new Map;for(let r of e){let[e=``,i=``]=r.split(`:`),a=t.questions.find(t=>t.name===e);a&&(a.kind===`NUMBER`?/^\d+$/:/^(yes|no)$/).test(i)&&n.set(e,i)}return n}function ir(e){let t=[`YES`,`NOT_DECIDED`,`NO`];return e.toSorted((e,n)=>t.indexOf(e.answer)-t.indexOf(n.answer))}function ar({scheme:e,asOf:t}){let{w:n,language:r,n:i}=z(),a=R(),o=rr(a.list(`known`),e),s=[...o].map(([e,t])=>({key:e,value:t})),c=G(pt,{scheme:e.ref,inputs:s,asOf:t,language:r}),l=(t,n)=>{let r=new Map(o);n?r.set(t,n):r.delete(t),a.change({scheme:e.ref,known:[...r].map(([e,t])=>`${e}:${t}`)},!0)};return q(`section`,{class:`obliged`,"aria-labelledby":`obliged-title`,children:[q(`h3`,{id:`obliged-title`,children:n.obligedTitle}),q(`p`,{class:`quiet`,children:n.obligedMeans}),q(`div`,{class:`obliged-columns`,children:[q(`form`,{class:`asked-of`,"aria-label":n.obligedTitle,onSubmit:e=>e.preventDefault(),children:e.questions.map(e=>q(`label`,{class:`field`,children:[q(`span`,{children:e.title}),e.kind===`FLAG`?q(`select`,{value:o.get(e.name)??``,onChange:t=>l(e.name,t.currentTarget.value),children:[q(`option`,{value:``,children:n.notKnown}),q(`option`,{value:`yes`,children:n.yes}),q(`option`,{value:`no`,children:n.no})]}):q(`input`,{inputMode:`numeric`,value:o.has(e.name)?i(Number(o.get(e.name))):``,placeholder:n.notKnown,onChange:t=>l(e.name,t.currentTarget.value.replace(/\D/g,``))})]},e.name))}),q(`div`,{class:`answers`,"aria-live":`polite`,children:q(Y,{answer:c,children:({obligations:e})=>q(`ul`,{class:`obligations`,children:ir(e).map(e=>q(`li`,{class:`a-${e.answer}`,children:[q(`p`,{children:[q(`span`,{class:`answer-word`,children:n.answer[e.answer]}),` `,q(`strong`,{children:e.who})]}),q(`p`,{children:[e.what,` `,e.due]}),e.missing.length>0&&q(`p`,{class:`quiet`,children:[n.tell,`: `,e.missing.map(e=>e.title).join(`; `)]}),q(`p`,{class:`quiet`,children:[n.source,`: `,q(`span`,{lang:`en`,children:e.source}),` · `,n.certainty[e.certainty],(e.valid.from||e.valid.to)&&q(S,{children:[` · `,q(or,{of:e.valid})]})]})]},e.key))})})})]})]})}function or({of:e}){let{w:t,day:n}=z();return!e.from&&!e.to?q(`span`,{class:`quiet`,children:`–`}):q(S,{children:[e.from&&t.since(n(e.from)),` `,e.to&&t.until(n(e.to))]})}var sr=[`LAW`,`EDITION`,`COUNT`,`COMPARISON`,`ESTIMATE`],cr=()=>new Date().toISOString().slice(0,10);function lr(){let{w:e,language:t,day:n}=z(),r=R(),i=nt(r.get(`asof`))?r.get(`asof`):null,a=G(ft,{asOf:i,language:t});return q(`article`,{class:`view facts`,children:[q(`h1`,{children:e.views.facts}),q(Y,{answer:a,children:({schemes:t,facts:a})=>{let o=t.find(e=>e.ref===r.get(`scheme`))??t.find(e=>e.questions.length>0)??t[0];if(!o)return q(`p`,{class:`quiet`,children:e.noSchemes});let s=a.filter(e=>e.scheme.ref===o.ref);return q(S,{children:[q(J,{asOf:i??cr(),withTarget:!1}),q(`form`,{class:`question no-print`,"aria-label":e.question,onSubmit:e=>e.preventDefault(),children:[q(`label`,{class:`field`,children:[q(`span`,{children:e.scheme}),q(`select`,{value:o.ref,onChange:e=>r.change({scheme:e.currentTarget.value,known:``}),children:t.map(e=>q(`option`,{value:e.ref,children:e.title},e.ref))})]}),q(`label`,{class:`field`,children:[q(`span`,{children:e.asOf}),q(`input`,{type:`date`,value:i??cr(),onChange:e=>r.change({scheme:o.ref,asof:e.currentTarget.value})})]})]}),q(`header`,{class:`answer-head`,children:[q(`h2`,{children:o.title}),q(`p`,{class:`quiet`,children:[o.authority,` · `,e.asOfDay(n(i??cr()))]})]}),o.questions.length>0&&q(ar,{scheme:o,asOf:i}),sr.map(e=>q(ur,{kind:e,facts:s.filter(t=>t.kind===e)},e))]})}})]})}function ur({kind:e,facts:t}){let{w:n,n:r}=z();return t.length===0?null:q(`section`,{"aria-labelledby":`facts-${e}`,children:[q(`h3`,{id:`facts-${e}`,children:[n.factKind[e],` `,q(`span`,{class:`quiet`,children:r(t.length)})]}),q(`table`,{class:`rows facts-table cards`,children:[q(`thead`,{children:q(`tr`,{children:[q(`th`,{scope:`col`,children:n.statement}),q(`th`,{scope:`col`,children:n.certaintyWord}),q(`th`,{scope:`col`,children:n.validity}),q(`th`,{scope:`col`,children:n.source})]})}),q(`tbody`,{children:t.map(e=>q(`tr`,{children:[q(`td`,{class:`claim-text`,children:e.claim}),q(`td`,{children:q(`span`,{class:`certainty c-${e.certainty}`,children:n.certainty[e.certainty]})}),q(`td`,{"data-label":n.validity,children:q(or,{of:e.valid})}),q(`td`,{class:`quiet`,lang:`en`,"data-label":n.source,children:e.source})]},e.key))})]})]})}var Z={width:1080,side:300,row:46,head:24,gap:14,point:40},Q={x:(Z.width-320)/2,width:320},dr=[`EQUAL_TO`,`SUPERSET_OF`,`SUBSET_OF`,`INTERSECTS_WITH`];function fr(e){let t=new Map;for(let{reversed:n,relation:r,node:i}of e.mappings.edges){if(r===`NO_RELATIONSHIP`)continue;let[a,o]=n?[i.targets,i.sources]:[i.sources,i.targets];for(let n of o){let i=n.kind===`POINT`&&n.parent?n.parent:n;if(i.ref===e.ref)continue;let o=t.get(i.ref)??{ref:i.ref,number:i.number,name:i.name,standard:n.standard.ref,lines:new Map};t.set(i.ref,o);for(let t of a.filter(t=>t.ref===e.ref||t.parent?.ref===e.ref)){let e=o.lines.get(t.ref);e?(e.claims++,dr.indexOf(r)<dr.indexOf(e.relation)&&(e.relation=r)):o.lines.set(t.ref,{relation:r,claims:1})}}}let n=new Map([e.ref,...e.points.map(e=>e.ref)].map((e,t)=>[e,t])),r=e=>[...e.lines.keys()].reduce((e,t)=>e+(n.get(t)??0),0)/e.lines.size;return[...t.values()].sort((e,t)=>r(e)-r(t))}function pr(e){let t=[...Map.groupBy(e,e=>e.standard)].sort((e,t)=>t[1].length-e[1].length),n=[[],[]],r=[0,0];for(let e of t){let t=r[0]<=r[1]?0:1;n[t]?.push(e),r[t]=r[t]+Z.head+Z.gap+e[1].length*Z.row}return n}function mr({of:e,link:t}){let{w:n}=z(),r=pr(fr(e)),i=e=>e.reduce((e,[,t])=>e+Z.head+Z.gap+t.length*Z.row,0),a=64+e.points.length*Z.point,o=Math.max(a,...r.map(i))+8,s=(o-a)/2,c=t=>{let n=e.points.findIndex(e=>e.ref===t);return n<0?s+28:s+64+n*Z.point+Z.point/2};return q(`svg`,{class:`drawing around`,viewBox:`0 0 ${Z.width} ${o}`,width:Z.width,height:o,role:`group`,"aria-label":n.neighbourhoodDrawing,children:[r.map((e,r)=>{let a=r===0?2:Z.width-Z.side-2,s=(o-i(e))/2;return e.map(([e,i])=>{let o=s;return s+=Z.head+Z.gap+i.length*Z.row,q(`g`,{children:[q(`text`,{class:`standard-name`,x:a+4,y:o+16,children:e}),i.map((e,i)=>{let s=o+Z.head+i*Z.row,l=r===0?a+Z.side:a,u=r===0?Q.x:Q.x+Q.width;return q(`g`,{children:[[...e.lines].map(([t,n],i)=>{let a=s+19+(i-(e.lines.size-1)/2)*9,o=c(t),d=(u+l)/2,f=l+(r===0?16:-16)+(r===0?1:-1)*i*20;return q(`g`,{class:`edges`,"aria-hidden":`true`,children:[q(`path`,{d:`M${u} ${o}C${d} ${o} ${d} ${a} ${l} ${a}`}),q(`circle`,{cx:f,cy:a,r:`9`}),q(`text`,{class:`relation-sign small`,x:f,y:a+4,"text-anchor":`middle`,children:En[n.relation]})]},t)}),q(`a`,{class:`node`,href:t(e.ref),children:[q(`title`,{children:`${e.ref} ${e.name}: ${[...e.lines].map(([e,t])=>`${e} ${n.relation[t.relation]}`).join(`, `)}`}),q(`rect`,{x:a,y:s,width:Z.side,height:Z.row-7,rx:`4`}),q(`text`,{class:`node-ref`,x:a+9,y:s+16,children:e.number}),q(Un,{class:`node-name`,x:a+9,y:s+31,lines:Vn(e.name,22,1),step:14})]})]},e.ref)})]},e)})}),q(`g`,{class:`middle`,children:[q(`rect`,{x:Q.x,y:s,width:Q.width,height:a,rx:`5`}),q(`text`,{class:`node-ref`,x:Q.x+14,y:s+24,children:e.ref}),q(Un,{class:`node-name strong`,x:Q.x+14,y:s+44,lines:Vn(e.name,23,1),step:15}),e.points.map((e,t)=>q(`g`,{children:[q(`path`,{class:`rule-line`,d:`M${Q.x} ${s+64+t*Z.point}h${Q.width}`}),q(`text`,{class:`node-note`,x:Q.x+14,y:s+64+t*Z.point+17,children:e.number}),q(Un,{class:`node-small`,x:Q.x+66,y:s+64+t*Z.point+17,lines:Vn(e.gist??``,19.5,2),step:14})]},e.ref))]})]})}var hr={pageInfo:{hasNextPage:!1,endCursor:null},edges:[]};function gr(){let{w:e,language:t}=z(),n=R(),r=n.get(`req`),i=G(mt,r?{ref:r,language:t}:null,e=>e.requirement?.mappings??hr);return q(`article`,{class:`view neighbourhood`,children:[q(`h1`,{children:e.views.neighbourhood}),q(Jn,{}),r?q(Y,{answer:i,children:({requirement:e})=>e&&q(_r,{of:e})}):q(Kt,{title:e.neighbourhoodTitle,children:q(`ul`,{class:`examples`,children:[`isms-p-2023/2.5.4`,`iso-27001-2022/A.5.17`,`iso-hs/9.3`].map(e=>q(`li`,{children:q(`a`,{href:n.href(`neighbourhood`,{req:e}),children:e})},e))})})]})}function _r({of:e}){let{w:t,n}=z(),r=R(),i=e=>r.href(`neighbourhood`,{req:e}),a=e.mappings.edges.filter(e=>e.relation!==`NO_RELATIONSHIP`),o=e.mappings.edges.length-a.length;return q(S,{children:[q(J,{withTarget:!1}),q(`header`,{class:`answer-head`,children:[q(`p`,{class:`quiet`,children:[e.standard.title,e.parent&&q(S,{children:[` › `,q(`a`,{href:i(e.parent.ref),children:[e.parent.number,` `,e.parent.name]})]})]}),q(`h2`,{children:[q(`span`,{class:`number-of`,children:e.number}),` `,e.name]}),e.gist&&e.gist!==e.name&&q(`p`,{class:`gist`,children:e.gist}),e.laws.length>0&&q(`p`,{class:`quiet`,children:[t.laws,`: `,e.laws.join(`, `)]}),q(`p`,{class:`no-print`,children:q(`a`,{href:r.href(`explain`,{req:e.ref}),children:t.views.explain})})]}),q(Yt,{of:[e.ref]}),e.children.length>0&&q(`ul`,{class:`children`,children:e.children.map(e=>q(`li`,{children:q(`a`,{href:i(e.ref),children:[q(`span`,{class:`number-of`,children:e.number}),` `,e.name]})},e.ref))}),a.length>0?q(`div`,{class:`scroll drawing-frame`,tabIndex:0,role:`group`,"aria-label":t.neighbourhoodDrawing,children:q(mr,{of:e,link:i})}):q(`p`,{class:`quiet`,children:t.inNoClaim}),a.length>0&&q(`section`,{"aria-labelledby":`claims-title`,children:[q(`h3`,{id:`claims-title`,children:[t.claims,` `,q(`span`,{class:`quiet`,children:t.claimsAndApart(n(a.length),n(o))})]}),q(`table`,{class:`rows claims cards`,children:[q(`thead`,{children:q(`tr`,{children:[q(`th`,{scope:`col`,children:t.here}),q(`th`,{scope:`col`,children:t.relationWord}),q(`th`,{scope:`col`,children:t.there}),q(`th`,{scope:`col`,children:t.whyWord}),q(`th`,{scope:`col`,children:t.assuranceWord})]})}),q(`tbody`,{children:a.map(n=>{let[r,a]=n.reversed?[n.node.targets,n.node.sources]:[n.node.sources,n.node.targets];return q(`tr`,{children:[q(`td`,{class:`number-of`,children:r.map(t=>t.standard.ref===e.standard.ref?t.number:t.ref).join(` + `)}),q(`td`,{children:q(On,{relation:n.relation})}),q(`td`,{children:a.map(e=>q(`a`,{href:i(e.kind===`POINT`?e.parent?.ref??e.ref:e.ref),children:[q(`code`,{children:e.ref}),` `]},e.ref))}),q(`td`,{children:n.node.why}),q(`td`,{"data-label":t.assuranceWord,children:t.assurance[n.node.assurance]})]},n.node.ref)})})]})]})]})}var $={width:1080,label:290,bar:8,gap:7,least:15},vr=520,yr=26;function br(e,t){let n=new Map(e.map(e=>[e.ref,e.parent?.ref])),r=e=>{let t=n.get(e);return[...t!==void 0&&n.has(t)?r(t):[],e]},i=(e,t)=>{let n=r(e).slice(0,-1);return n[Math.min(t,n.length-1)]??e},a=3;for(;a>0&&new Set([...t].map(e=>i(e,a))).size>yr;)a--;return e=>i(e,a)}function xr(e,t,n){let r=new Map,i=(e,t,n)=>{let i=`${e} ${t} ${n}`,a=r.get(i)??{left:e,right:t,kind:n,width:0};a.width++,r.set(i,a)};for(let r of e){let e=r.to?n(r.to.ref):Cr;r.from.length===0&&i(Sr,e,r.kind);for(let n of r.from)i(t(n.ref),e,r.kind)}return[...r.values()]}var Sr=`+`,Cr=`-`;function wr(e,t,n,r,i,a){let o=28;return e.map(e=>{let s=t.find(t=>t.ref===e),c=Math.max($.least,i*n.filter(t=>t[r]===e).reduce((e,t)=>e+t.width,0)),l={key:e,label:s?`${s.number} ${s.name}`:a,y:o,height:c,next:o};return o+=c+$.gap,l})}function Tr({changes:e,chosen:t,old:n,now:r,from:i,to:a}){let{w:o,n:s}=z(),c=xr(e,br(n,new Set(e.flatMap(e=>e.from.map(e=>e.ref)))),br(r,new Set(e.flatMap(e=>e.to?[e.to.ref]:[])))),l=c.reduce((e,t)=>e+t.width,0),u=Math.min(6,Math.max(2,vr/l)),d=(e,t,n)=>[...t.map(e=>e.ref),n].filter(t=>c.some(n=>n[e]===t)),f=wr(d(`left`,n,Sr),n,c,`left`,u,o.change.NEW),p=wr(d(`right`,r,Cr),r,c,`right`,u,o.change.WITHDRAWN),m=(e,t)=>e.find(e=>e.key===t),h=(e,t)=>e.findIndex(e=>e.key===t);c.sort((e,t)=>h(f,e.left)-h(f,t.left)||h(p,e.right)-h(p,t.right)||Er.indexOf(e.kind)-Er.indexOf(t.kind));let g=$.label+$.bar,_=$.width-$.label-$.bar,v=(g+_)/2,y=c.map(e=>{let t=e.width*u,n=m(f,e.left),r=n.next;return n.next+=t,{...e,thick:t,y1:r,y2:0}});for(let e of[...y].sort((e,t)=>h(p,e.right)-h(p,t.right)||h(f,e.left)-h(f,t.left))){let t=m(p,e.right);e.y2=t.next,t.next+=e.thick}let b=e=>e.reduce((e,t)=>Math.max(e,t.y+t.height),0),x=Math.max(b(f),b(p))+8,S=(e,t)=>m(e,t).label;return q(`svg`,{class:`drawing flow`,viewBox:`0 0 ${$.width} ${x}`,width:$.width,height:x,role:`img`,"aria-label":o.flowDrawing,children:[q(`text`,{class:`standard-name`,x:$.label,y:`14`,"text-anchor":`end`,children:i}),q(`text`,{class:`standard-name`,x:$.width-$.label,y:`14`,children:a}),y.map(e=>q(`path`,{class:`band k-${e.kind} ${t.length&&!t.includes(e.kind)?`faint`:``}`,d:`M${g} ${e.y1}C${v} ${e.y1} ${v} ${e.y2} ${_} ${e.y2}V${e.y2+e.thick}C${v} ${e.y2+e.thick} ${v} ${e.y1+e.thick} ${g} ${e.y1+e.thick}Z`,children:q(`title`,{children:`${S(f,e.left)} → ${S(p,e.right)}: ${o.change[e.kind]} ${s(e.width)}`})},`${e.left} ${e.right} ${e.kind}`)),f.map(e=>q(`g`,{children:[q(`rect`,{class:`bar`,x:$.label,y:e.y,width:$.bar,height:e.height}),q(`text`,{class:`node-small`,x:$.label-8,y:e.y+e.height/2+4,"text-anchor":`end`,children:Vn(e.label,21.5,1)})]},e.key)),p.map(e=>q(`g`,{children:[q(`rect`,{class:`bar`,x:_,y:e.y,width:$.bar,height:e.height}),q(`text`,{class:`node-small`,x:_+$.bar+8,y:e.y+e.height/2+4,children:Vn(e.label,21.5,1)})]},e.key))]})}var Er=[`KEPT`,`RENAMED`,`MERGED`,`SPLIT`,`EXTENDED`,`NEW`,`WITHDRAWN`],Dr={pageInfo:{hasNextPage:!1,endCursor:null},edges:[]};function Or(){let{w:e,language:t}=z(),n=R(),r=zt(),i=K(),{variables:a}=V(),o=r.filter(e=>r.some(t=>t.ref===e.supersedes)).map(e=>({from:e.supersedes,to:e.ref})),s=n.get(`edition`)||(o.find(e=>e.to===`iso-27001-2022`)??o[0])?.to||``,c=o.find(e=>e.to===s),l=G(_t,c?{...c,controls:a.controls,language:t}:null,e=>e.editionChanges.changes),u=G(ot,c?{ref:c.from,language:t}:null,e=>e.standard?.requirements??Dr),d=G(ot,c?{ref:c.to,language:t}:null,e=>e.standard?.requirements??Dr),f=kr(u.data),p=kr(d.data);return q(`section`,{class:`editions`,"aria-labelledby":`editions-title`,children:[q(`h2`,{id:`editions-title`,children:e.editionsTitle}),q(`label`,{class:`field no-print`,children:[q(`span`,{children:e.edition}),q(`select`,{value:s,onChange:e=>n.change({edition:e.currentTarget.value,change:``}),children:o.map(e=>q(`option`,{value:e.to,children:[i(e.from),` → `,i(e.to)]},e.to))})]}),c&&q(Y,{answer:l,children:({editionChanges:e})=>q(Ar,{from:c.from,to:c.to,changes:e.changes.edges.map(e=>e.node),counts:new Map(e.counts.map(e=>[e.kind,e.count])),old:f,now:p})})]})}function kr(e){return e?.standard?.requirements.edges.map(e=>e.node)??[]}function Ar({from:e,to:t,changes:n,counts:r,old:i,now:a}){let{w:o,n:s}=z(),c=R(),l=c.list(`change`).filter(e=>Er.includes(e)),u=n.filter(e=>l.length===0||l.includes(e.kind));return q(S,{children:[q(`div`,{class:`toolbar`,role:`group`,"aria-label":o.changeWord,children:Er.filter(e=>r.get(e)).map(e=>q(`button`,{type:`button`,class:`kind k-${e}`,"aria-pressed":l.includes(e),onClick:()=>c.change({edition:t,change:l.includes(e)?l.filter(t=>t!==e):[...l,e]}),children:[q(`i`,{"aria-hidden":`true`}),` `,o.change[e],` `,s(r.get(e)??0)]},e))}),i.length>0&&a.length>0&&q(`div`,{class:`scroll drawing-frame`,tabIndex:0,role:`group`,"aria-label":o.flowDrawing,children:q(Tr,{changes:n,chosen:l,old:i,now:a,from:e,to:t})}),q(`details`,{class:`changes`,open:l.length>0,children:[q(`summary`,{children:o.changeList(s(u.length))}),q(`table`,{class:`rows cards`,children:[q(`thead`,{children:q(`tr`,{children:[q(`th`,{scope:`col`,children:e}),q(`th`,{scope:`col`,children:o.changeWord}),q(`th`,{scope:`col`,children:t}),q(`th`,{scope:`col`,children:o.verdict}),q(`th`,{scope:`col`,children:o.whatRemains})]})}),q(`tbody`,{children:u.map(e=>q(`tr`,{children:[q(`td`,{children:e.from.map(e=>q(`p`,{children:[q(`span`,{class:`number-of`,children:e.number}),` `,e.name]},e.ref))}),q(`td`,{children:o.change[e.kind]}),q(`td`,{children:e.to&&q(`a`,{href:c.href(`neighbourhood`,{req:e.to.ref}),children:[q(`span`,{class:`number-of`,children:e.to.number}),` `,e.to.name]})}),q(`td`,{children:e.verdict&&q(mn,{verdict:e.verdict})}),q(`td`,{class:`remains`,children:q(`ul`,{children:e.remainder.filter(e=>!e.point||!e.mapping).map(e=>q(`li`,{children:e.text},(e.point?.number??``)+e.text))})})]},(e.to?.ref??``)+e.from.map(e=>e.ref).join()))})]})]})]})}function jr(){let{w:e}=z();return q(`article`,{class:`view overlap`,children:[q(`h1`,{children:e.views.overlap}),q(J,{withTarget:!1}),q(Mr,{}),q(Pr,{}),q(Or,{})]})}function Mr(){let{w:e,language:t}=z(),n=R(),{variables:r}=V(),i=zt(),a=K(),o=i.filter(e=>e.status===`CURRENT`&&!e.profileOf).map(e=>e.ref),s=n.list(`of`).length?n.list(`of`):o,c=i.map(e=>e.ref).filter(e=>s.includes(e)),l=G(ht,c.length>1?{standards:c,asOf:r.asOf,policy:r.policy,language:t}:null),u=e=>n.change({of:s.includes(e)?s.filter(t=>t!==e):[...s,e]});return q(`section`,{"aria-labelledby":`matrix-title`,children:[q(`h2`,{id:`matrix-title`,children:e.matrixTitle}),q(`p`,{class:`quiet`,children:e.matrixMeans}),q(`details`,{class:`conditions standards-choice no-print`,children:[q(`summary`,{children:e.standardsShown(c.length,i.length)}),q(`div`,{class:`checks`,children:i.map(e=>q(`label`,{children:[q(`input`,{type:`checkbox`,checked:c.includes(e.ref),onChange:()=>u(e.ref)}),` `,e.title,` `,q(`span`,{class:`quiet`,children:e.ref})]},e.ref))})]}),i.length>0&&c.length<2?q(`p`,{class:`quiet`,children:e.twoStandards}):q(Y,{answer:l,children:({overlap:t})=>{let n=new Map(t.pairs.map(e=>[`${e.held.ref} ${e.target.ref}`,e.summary])),r=c.filter(e=>t.pairs.some(t=>t.held.ref===e));return q(S,{children:[q(Xt,{texts:t.notices}),q(`div`,{class:`scroll`,tabIndex:0,role:`group`,"aria-labelledby":`matrix-title`,children:q(`table`,{class:`matrix`,children:[q(`thead`,{children:q(`tr`,{children:[q(`th`,{scope:`col`,class:`corner`,children:e.heldByTarget}),r.map(e=>q(`th`,{scope:`col`,title:a(e),children:e},e))]})}),q(`tbody`,{children:r.map(e=>q(`tr`,{children:[q(`th`,{scope:`row`,title:a(e),children:e}),r.map(t=>q(`td`,{children:e===t?q(`span`,{class:`same`,children:`·`}):q(Nr,{held:e,target:t,of:n.get(`${e} ${t}`)})},t))]},e))})]})})]})}})]})}function Nr({held:e,target:t,of:n}){let{w:r,n:i}=z(),a=R();if(!n)return null;let o=[[`FULL`,n.full],[`PARTIAL`,n.partial]];return q(`a`,{class:`pair`,href:a.href(`coverage`,{held:e,target:t}),children:[q(`span`,{class:`hidden`,children:r.pair(e,t)}),q(`span`,{class:`pair-counts`,children:o.map(([e,t])=>q(`span`,{class:`count v-${e}`,children:[q(pn,{verdict:e}),q(`span`,{class:`hidden`,children:e}),` `,i(t)]},e))}),q(`span`,{class:`pair-of`,children:r.outOf(i(n.total))}),q(`svg`,{viewBox:`0 0 100 5`,preserveAspectRatio:`none`,"aria-hidden":`true`,children:[q(`rect`,{class:`ground`,width:`100`,height:`5`}),q(`rect`,{class:`v-FULL`,width:100*n.full/n.total,height:`5`,fill:`currentColor`}),q(`rect`,{class:`v-PARTIAL`,x:100*n.full/n.total,width:100*n.partial/n.total,height:`5`,fill:`currentColor`})]})]})}function Pr(){let{w:e,language:t,n}=z(),r=R(),{held:i,holds:a,variables:o}=V(),s=G(gt,a?{...o,language:t}:null);return q(`section`,{"aria-labelledby":`next-title`,children:[q(`h2`,{id:`next-title`,children:e.nextTitle}),q(nn,{withTarget:!1}),a?q(S,{children:[q(`p`,{class:`quiet`,children:e.nextOrder}),q(Y,{answer:s,children:({nextStandards:t})=>q(`table`,{class:`rows next`,children:[q(`thead`,{children:q(`tr`,{children:[q(`th`,{scope:`col`,children:e.standard}),q(`th`,{scope:`col`,children:e.verdictsOf}),q(`th`,{scope:`col`,class:`number`,children:e.total})]})}),q(`tbody`,{children:t.map(({standard:e,summary:t})=>q(`tr`,{children:[q(`td`,{children:[q(`a`,{href:r.href(`coverage`,{held:i,target:e.ref}),children:Ht(e.title??e.ref)}),` `,q(`span`,{class:`quiet code`,children:e.ref})]}),q(`td`,{children:q(gn,{of:t})}),q(`td`,{class:`number`,children:n(t.total)})]},e.ref))})]})})]}):q(`p`,{class:`quiet`,children:e.nextHold})]})}var Fr={standard:`in`,kind:`kind`,discipline:`discipline`,domain:`domain`},Ir=e=>Fr[e]??`attribute`,Lr=[...Object.values(Fr),`attribute`];function Rr({facets:e}){let{w:t}=z();return q(`details`,{class:`facets no-print`,open:matchMedia(`(min-width: 46rem)`).matches,children:[q(`summary`,{children:t.narrow}),e.map(e=>q(Br,{of:e},e.name))]})}var zr=7;function Br({of:e}){let{w:t,n}=z(),r=R(),[i,a]=P(!1),o=Ir(e.name),s=r.list(o),c=e.values.filter((e,t)=>i||t<zr||e.selected),l=e=>r.change({[o]:s.includes(e)?s.filter(t=>t!==e):[...s,e],show:``});return q(`fieldset`,{children:[q(`legend`,{children:e.label}),c.map(t=>q(`label`,{children:[q(`input`,{type:`checkbox`,checked:t.selected,onChange:()=>l(t.value)}),q(`span`,{class:`facet-label`,title:t.label,children:[e.name===`standard`?Ht(t.label):t.label,` `,e.name===`domain`&&q(`span`,{class:`quiet`,children:t.value.split(`/`)[0]})]}),q(`span`,{class:`quiet facet-count`,children:n(t.count)})]},t.value)),c.length<e.values.length&&q(`button`,{type:`button`,class:`plain`,onClick:()=>a(!0),children:t.moreValues(n(e.values.length-c.length))})]})}function Vr(){let{w:e,language:t,n}=z(),r=R(),[i,a]=P(r.get(`q`)),o=Bt(i,250),s=r.get(`q`).trim(),c=Hr(i);F(()=>a(r.get(`q`)),[r.get(`q`)]),F(()=>{o===i&&o.trim()!==r.get(`q`)&&r.change({q:o.trim(),show:``},!0)},[o]);let l=r.get(`show`)===`more`?100:20,u=s||Lr.some(e=>r.get(e)),d=G(vt,u?{query:s,standards:r.list(`in`),kinds:r.list(`kind`),disciplines:r.list(`discipline`),domains:r.list(`domain`),attributes:r.list(`attribute`),language:t,first:l}:null);return q(`article`,{class:`view search`,children:[q(`h1`,{children:e.views.search}),q(`form`,{class:`search-form no-print`,role:`search`,onSubmit:e=>e.preventDefault(),children:q(Zt,{label:e.searchLabel,hideLabel:!0,type:`search`,autoFocus:!0,text:i,placeholder:e.searchPlaceholder,choices:c,nothing:``,onText:a,onPick:e=>r.change({q:e.value,show:``}),onEnter:()=>r.change({q:i.trim(),show:``})})}),u?q(Y,{answer:d,children:({search:t})=>q(`div`,{class:`search-columns`,children:[q(J,{withTarget:!1}),q(Rr,{facets:t.facets}),q(`section`,{"aria-label":e.hits,class:`hits`,children:[q(`p`,{class:`quiet`,role:`status`,children:[e.hitCount(n(t.totalCount),s),t.suggestion&&` ${e.meant(t.suggestion.text,e.foundBy[t.suggestion.via])}`]}),t.edges.length===0&&q(Kt,{title:e.nothingFound}),q(`ol`,{class:`hit-list`,children:t.edges.map(e=>q(Wr,{hit:e},e.node.ref))}),t.totalCount>t.edges.length&&l===20&&q(`button`,{type:`button`,class:`no-print more`,onClick:()=>r.change({show:`more`}),children:e.moreHits(n(Math.min(100,t.totalCount)))})]})]})}):q(Kt,{title:e.searchTitle,children:[q(`p`,{children:e.searchText}),q(`ul`,{class:`examples`,children:[`2.5.4`,`A.5.17`,`접근권한 검토`,`ㅂㅁㅂㅎ`,`supplier`].map(e=>q(`li`,{children:q(`a`,{href:r.href(`search`,{q:e}),children:e})},e))})]})]})}function Hr(e){let{w:t}=z(),n=Bt(e.trim()),{data:r}=G(yt,n?{query:n}:null);return(r?.suggestions??[]).map(e=>({value:e.text,label:e.text,note:e.requirement?.ref??e.standard?.ref??t.completion[e.kind]}))}function Ur({pieces:e}){return q(S,{children:e.map((e,t)=>e.match?q(`mark`,{children:e.text},t):e.text)})}function Wr({hit:e}){let{w:t,language:n}=z(),r=R(),{held:i}=V(),{node:a}=e,o=e.highlights.find(e=>e.field===`TITLE`&&e.language===n),s=e.matches.filter(e=>e.via!==`TEXT`&&e.via!==`ID`);return q(`li`,{class:`hit`,children:[q(`p`,{class:`hit-head`,children:[q(`a`,{href:r.href(`neighbourhood`,{req:a.ref}),children:[q(`span`,{class:`number-of`,children:a.number}),` `,o?q(Ur,{pieces:o.pieces}):a.name]}),e.byId&&q(`span`,{class:`tag`,children:t.byId})]}),q(`p`,{class:`quiet`,children:[a.standard.title,` · `,t.kind[a.kind],` · `,q(`code`,{children:a.ref})]}),e.highlights.filter(e=>e!==o).map(e=>q(`p`,{class:`fragment`,lang:e.language.toLowerCase(),children:[e.field===`POINT`&&q(`span`,{class:`number-of`,children:e.of.number}),` `,q(Ur,{pieces:e.pieces})]},e.field+e.language+e.of.number)),s.length>0&&q(`p`,{class:`quiet`,children:s.map(e=>`${e.query} → ${e.term} (${t.foundBy[e.via]})`).join(`; `)}),e.heirs.length>0&&q(`p`,{children:[t.heirs,` `,e.heirs.map(e=>q(`a`,{href:r.href(`neighbourhood`,{req:e.ref}),children:[e.ref,` `,e.name,` `]},e.ref))]}),e.counterparts.length>0&&q(`ul`,{class:`counterparts`,"aria-label":t.counterparts,children:e.counterparts.map(e=>q(`li`,{children:[q(`span`,{class:`quiet code`,children:e.standard.ref}),` `,e.counterparts.map(e=>q(`a`,{href:r.href(`neighbourhood`,{req:e.requirement.ref}),title:e.requirement.name,children:[e.relation&&q(`span`,{class:`counterpart-sign`,children:En[e.relation]}),e.requirement.number]},e.requirement.ref))]},e.standard.ref))}),q(`p`,{class:`hit-links no-print`,children:[a.assessable&&q(`a`,{href:r.href(`explain`,{req:a.ref}),children:t.views.explain}),!i.includes(a.ref)&&q(`a`,{href:r.href(`coverage`,{held:[...i,a.ref]}),children:t.addToHeld})]})]})}var Gr=[`WORKBOOK`,`SOA`,`OPERATION_STATEMENT`,`TRANSITION`,`AUDIT_TIME`,`SUMMARY`],Kr=[`XLSX`,`CSV`,`MD`,`HTML`],qr=[`EN`,`KO`,`BOTH`],Jr=(e,t)=>e!==`SUMMARY`||t===`MD`||t===`HTML`;function Yr(){let{w:e,language:t}=z(),{variables:n,target:r}=V(),[i,a]=P(`WORKBOOK`),[o,s]=P(`XLSX`),[c,l]=P(null),[u,d]=P(!1),[f,p]=P(``),m=Jr(i,o)?o:`HTML`,h=async()=>{d(!0),p(``);try{let e=B.get()?.organization??null,{deliverable:a}=await Ct(it,{...n,kind:i,format:m,documentLanguage:c??t,target:r,organization:e});Xr(a.fileName,a.mediaType,a.content)}catch(t){p(t instanceof xt&&t.message?t.message:e.serverAway)}finally{d(!1)}};return q(`form`,{class:`download no-print`,"aria-label":e.download,onSubmit:e=>{e.preventDefault(),h()},children:[q(`label`,{class:`field`,children:[q(`span`,{children:e.document}),q(`select`,{value:i,onChange:e=>a(e.currentTarget.value),children:Gr.map(t=>q(`option`,{value:t,children:e.deliverable[t]},t))})]}),q(`label`,{class:`field`,children:[q(`span`,{children:e.format}),q(`select`,{value:m,onChange:e=>s(e.currentTarget.value),children:Kr.filter(e=>Jr(i,e)).map(t=>q(`option`,{value:t,children:e.formats[t]},t))})]}),q(`label`,{class:`field`,children:[q(`span`,{children:e.documentLanguage}),q(`select`,{value:c??t,onChange:e=>l(e.currentTarget.value),children:qr.map(t=>q(`option`,{value:t,children:e.languages[t]},t))})]}),q(`button`,{type:`submit`,disabled:u,children:u?e.loading:e.download}),q(`div`,{role:`status`,children:f&&q(`p`,{class:`note warn`,children:f})})]})}function Xr(e,t,n){let r=Uint8Array.from(atob(n),e=>e.charCodeAt(0)),i=URL.createObjectURL(new Blob([r],{type:t})),a=document.createElement(`a`);a.href=i,a.download=e,a.click(),setTimeout(()=>URL.revokeObjectURL(i),1e4)}var Zr=[`NEW`,`EXTEND`,`EXTEND_SCOPE`,`REVIEW`,`ANALYSE`,`REUSE`];function Qr(){let{w:e,language:t,day:n}=z(),r=R(),i=V(),a=K(),o=i.holds&&i.target,s=G(bt,o?{...i.variables,target:i.target,language:t}:null,e=>e.gapAnalysis.items);return q(`article`,{class:`view todo`,children:[q(`h1`,{children:e.views.todo}),q(nn,{}),o?q(Y,{answer:s,children:({gapAnalysis:t,revision:r})=>q(S,{children:[q(J,{asOf:t.asOf}),q(`p`,{class:`asked`,children:[e.todoOf(a(i.target)),` `,q(`span`,{class:`quiet`,children:e.asOfRevision(n(t.asOf),r.hash.slice(0,8))})]}),q(Yt,{of:[i.target]}),q(Jt,{of:t.lapsed}),q(Yr,{}),q($r,{items:t.items.edges.map(e=>e.node)})]})}):q(Kt,{title:e.startTitle,children:[q(`p`,{children:e.startText}),q(`p`,{children:q(`a`,{href:r.href(`todo`,{held:[`iso-27001-2022`],target:`isms-p-2023`}),children:e.startExample(a(`iso-27001-2022`),a(`isms-p-2023`))})})]})]})}function $r({items:e}){let{w:t,n}=z(),r=R(),i=r.list(`do`),a=t=>e.filter(e=>e.disposition===t),o=Zr.filter(e=>a(e).length>0);return q(S,{children:[q(`div`,{class:`toolbar no-print`,role:`group`,"aria-label":t.disposition,children:o.map(e=>q(`button`,{type:`button`,"aria-pressed":i.includes(e),onClick:()=>r.change({do:i.includes(e)?i.filter(t=>t!==e):[...i,e]}),children:[q(`span`,{class:`code`,children:e}),` `,n(a(e).length)]},e))}),o.filter(e=>i.length===0||i.includes(e)).map(r=>q(`section`,{class:`disposition`,"aria-labelledby":`do-${r}`,children:[q(`h2`,{id:`do-${r}`,children:[q(`span`,{class:`code`,children:r}),` `,t.dispositionMeans[r],` `,q(`span`,{class:`quiet`,children:t.countOf(n(a(r).length),n(e.length))})]}),q(ei,{items:a(r)})]},r))]})}function ei({items:e}){let{w:t}=z(),n=R(),r=e.some(e=>e.remainder.length>0),i=e.some(e=>e.blockers.length>0),a=e.some(e=>ri(e).length>0),o=e.some(e=>ii(e).length>0),s=e.some(e=>e.omission);return q(`table`,{class:`rows cards`,children:[q(`thead`,{children:q(`tr`,{children:[q(`th`,{scope:`col`,children:t.number}),q(`th`,{scope:`col`,children:t.requirement}),q(`th`,{scope:`col`,children:t.verdict}),r&&q(`th`,{scope:`col`,children:t.whatRemains}),i&&q(`th`,{scope:`col`,children:t.blockers}),a&&q(`th`,{scope:`col`,children:t.reused}),o&&q(`th`,{scope:`col`,children:t.evidence}),s&&q(`th`,{scope:`col`,children:t.audit})]})}),q(`tbody`,{children:e.map(e=>q(`tr`,{children:[q(`td`,{class:`number-of`,children:e.requirement.number}),q(`td`,{class:`name`,children:q(`a`,{href:n.href(`explain`,{req:e.requirement.ref}),children:e.requirement.name})}),q(`td`,{children:q(mn,{verdict:e.verdict})}),r&&q(`td`,{class:`remains`,"data-label":t.whatRemains,children:q(`ul`,{children:ti(e).map(e=>q(`li`,{children:[e.point&&q(`span`,{class:`number-of`,children:e.point.number}),` `,e.text]},(e.point?.ref??``)+e.text))})}),i&&q(`td`,{class:`blockers`,"data-label":e.blockers.length?t.blockers:void 0,children:e.blockers.map(e=>q(`p`,{children:[e.control.id,` `,e.control.title,`: `,t.blockerReason[e.why],` → `,e.verdict]},e.control.id))}),a&&q(`td`,{class:`via`,"data-label":t.reused,children:ri(e).map(e=>q(`code`,{children:e},e))}),o&&q(`td`,{"data-label":ii(e).length?t.evidence:void 0,children:ii(e).map(e=>q(`p`,{children:[e.id,` `,[e.owner,...e.evidence].filter(Boolean).join(`, `)]},e.id))}),s&&q(`td`,{children:e.omission&&q(`span`,{title:e.omission.conditions.join(`
`),children:t.mayBeOmitted})})]},e.requirement.ref))})]})}function ti(e){return e.remainder.filter(e=>!e.point||!e.mapping)}function ni(e){return[e,...e.verdict===`FULL`||e.verdict===`PARTIAL`?e.points.filter(e=>e.verdict===`FULL`||e.verdict===`PARTIAL`):[]].flatMap(e=>e.proof?.steps??[]).filter(e=>e.rule===`R1`)}function ri(e){return[...new Set(ni(e).flatMap(e=>e.controls.length?e.controls.map(e=>e.id):[e.requirement.ref]))]}function ii(e){return[...new Map(ni(e).flatMap(e=>e.controls.map(e=>[e.id,e]))).values()]}var ai={coverage:bn,todo:Qr,explain:tr,crosswalk:Pn,overlap:jr,neighbourhood:gr,facts:lr,search:Vr};function oi(){let{w:e,code:t}=z(),n=R(),r=De(null),i=De(!0),a=ai[n.view];return F(()=>{document.documentElement.lang=t,document.title=`${e.views[n.view]} · clausegraph`},[t,n.view]),F(()=>{i.current?i.current=!1:(scrollTo(0,0),(r.current?.querySelector(`[autofocus]`)??r.current)?.focus({preventScroll:!0}))},[n.view]),F(()=>{let e=e=>{(e.ctrlKey||e.metaKey)&&e.key.toLowerCase()===`k`&&(e.preventDefault(),n.view===`search`?document.querySelector(`#main input`)?.focus():Ue(n.href(`search`)))};return addEventListener(`keydown`,e),()=>removeEventListener(`keydown`,e)}),q(S,{children:[q(`a`,{class:`skip`,href:`#main`,onClick:e=>{e.preventDefault(),r.current?.focus()},children:e.skip}),q(`header`,{class:`top no-print`,children:[q(`a`,{class:`brand`,href:n.href(`coverage`),children:`clausegraph`}),q(`nav`,{"aria-label":e.viewsLabel,children:q(`ul`,{children:Le.map(t=>q(`li`,{children:q(`a`,{href:n.href(t),"aria-current":t===n.view?`page`:void 0,children:e.views[t]})},t))})}),q(si,{})]}),q(qt,{}),q(`main`,{id:`main`,tabIndex:-1,ref:r,children:q(a,{})}),q(`footer`,{children:[q(`p`,{children:e.disclaimer}),q(`p`,{class:`no-print`,children:[q(`a`,{href:`graphiql`,children:`GraphiQL`}),` `,q(`a`,{href:`schema.graphql`,children:e.schema}),` `,q(`a`,{href:`licences.md`,children:e.licences}),q(`span`,{class:`quiet`,children:e.searchKey})]})]})]})}function si(){let{w:e,code:t}=z(),n=R(),r=L($e),i=t===`ko`?`en`:`ko`;return q(`div`,{class:`tools`,children:[q(Wt,{}),q(`button`,{type:`button`,onClick:()=>print(),children:e.print}),q(`button`,{type:`button`,"aria-pressed":r===`dark`,onClick:()=>tt(r===`dark`?`light`:`dark`),children:e.dark}),q(`a`,{class:`button`,lang:i,hreflang:i,href:n.href(n.view,{lang:i}),children:i===`ko`?`한국어`:`English`})]})}var ci=ze(location.hash);ci.params.get(`lang`)||Ue(He(ci,ci.view,{lang:Je()}),!0),pe(q(oi,{}),document.getElementById(`app`));